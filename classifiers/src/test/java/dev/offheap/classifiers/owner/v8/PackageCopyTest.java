package dev.offheap.classifiers.owner.v8;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PackageCopyTest {
    @Test
    void aFileBelongsToTheInnermostPackage() {
        PackageCopy copy = PackageCopy.of("/srv/shop/node_modules/engine.io/node_modules/ws/lib/websocket.js")
                .orElseThrow();
        assertEquals("ws", copy.name());
        assertEquals("/srv/shop/node_modules/engine.io/node_modules/ws", copy.directory());
        assertEquals(List.of("engine.io"), copy.nestedIn());
    }

    @Test
    void aScopeIsPartOfTheName() {
        PackageCopy copy = PackageCopy.of("/srv/node_modules/@a/b/node_modules/@c/d/index.js")
                .orElseThrow();
        assertEquals("@c/d", copy.name());
        assertEquals(List.of("@a/b"), copy.nestedIn());
    }

    @Test
    void theStoreOfPnpmTellsTheVersionAndNestsNothing() {
        PackageCopy copy = PackageCopy.of(
                        "/srv/node_modules/.pnpm/@prisma+client@6.13.0_abc/node_modules/@prisma/client/x.js")
                .orElseThrow();
        assertEquals("@prisma/client", copy.name());
        assertEquals(Optional.of("6.13.0"), copy.version());
        assertEquals(List.of(), copy.nestedIn());
    }

    @Test
    void codeOfTheApplicationIsInNoPackage() {
        assertTrue(PackageCopy.of("/srv/shop/server.js").isEmpty());
        assertTrue(PackageCopy.of("/srv/shop/node_modules/loose.js").isEmpty());
    }

    @Test
    void scriptsOfNodeAndCodeWithoutAFileHaveNoLabel() {
        assertTrue(Label.of("node:internal/streams").isEmpty());
        assertTrue(Label.of("evalmachine.<anonymous>").isEmpty());
        assertTrue(Label.of("wasm://wasm/1234").isEmpty());
        assertEquals(
                "/srv/my shop/a.mjs",
                Label.of("file:///srv/my%20shop/a.mjs").orElseThrow().path());
    }
}
