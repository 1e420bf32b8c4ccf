package dev.offheap.bin.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests one browser and the pages, both made once for all of them. Where no browser is installed the tests are left
 * out, with a line that says so.
 */
public final class InABrowser implements BeforeAllCallback, ParameterResolver {
    @Override
    public void beforeAll(ExtensionContext context) {
        boolean installed = Browser.installed().isPresent();
        if (!installed) {
            System.err.println(
                    "There is no Chromium on the PATH, so the pages are not tested in a browser; bin/check installs it.");
        }
        assumeTrue(installed);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Browser.class || type == Pages.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Session session = context.getRoot()
                .getStore(Namespace.create(InABrowser.class))
                .getOrComputeIfAbsent(Session.class, type -> new Session(), Session.class);
        return parameter.getParameter().getType() == Browser.class ? session.browser : session.pages;
    }

    private static final class Session implements AutoCloseable {
        private final Path folder;
        private final Pages pages;
        private final Browser browser;

        Session() {
            Optional<Path> program = Browser.installed();
            try {
                folder = Files.createTempDirectory("pages");
                pages = new Pages(folder);
                browser = new Browser(program.orElseThrow(), folder.resolve("profile"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            browser.close();
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
            }
        }
    }
}
