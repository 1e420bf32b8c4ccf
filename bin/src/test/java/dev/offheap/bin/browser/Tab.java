package dev.offheap.bin.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A tab of the browser: opens pages, runs expressions in them, and notes what they ask for and complain of. */
final class Tab {
    private final DevTools tools;
    private final String target;
    private final String session;

    Tab(DevTools tools) {
        this.tools = tools;
        target = tools.call(null, "Target.createTarget", "url", "about:blank")
                .get("targetId")
                .asText();
        session = tools.call(null, "Target.attachToTarget", "targetId", target, "flatten", true)
                .get("sessionId")
                .asText();
        for (String domain : List.of("Page", "Runtime", "Log", "Network", "Audits")) {
            tools.call(session, domain + ".enable");
        }
    }

    Tab size(int width, int height) {
        tools.call(
                session,
                "Emulation.setDeviceMetricsOverride",
                "width",
                width,
                "height",
                height,
                "deviceScaleFactor",
                1,
                "mobile",
                false);
        return this;
    }

    /** @param scheme {@code light} or {@code dark} */
    Tab colours(String scheme) {
        return media("screen", scheme);
    }

    /** @param media {@code screen} or {@code print} */
    Tab media(String media, String scheme) {
        tools.call(
                session,
                "Emulation.setEmulatedMedia",
                "media",
                media,
                "features",
                List.of(Map.of("name", "prefers-color-scheme", "value", scheme)));
        return this;
    }

    /** As when a person prints, on paper that is so many pixels wide between its margins. */
    Tab print(int width, String scheme) {
        eval("dispatchEvent(new Event('beforeprint'))");
        return size(width, 1000).media("print", scheme);
    }

    Tab open(URI page) {
        int loaded = tools.events(session, "Page.loadEventFired").size();
        boolean same = tools.call(session, "Page.navigate", "url", page.toString())
                .path("loaderId")
                .isMissingNode();
        for (int i = 0; !same && tools.events(session, "Page.loadEventFired").size() == loaded; i++) {
            if (i > 3000) {
                throw new IllegalStateException("the page did not load in half a minute: " + page);
            }
            pause();
        }
        return this;
    }

    /** The value of an expression; promises are waited for. */
    JsonNode eval(String expression) {
        JsonNode answer = tools.call(
                session,
                "Runtime.evaluate",
                "expression",
                expression,
                "awaitPromise",
                true,
                "returnByValue",
                true,
                "userGesture",
                true);
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.at("/result/value");
    }

    /** Runs a script of the tests' resources, in which {@code return} gives the value. */
    JsonNode run(String script) {
        return eval("(async () => {" + script + "})()");
    }

    String text(String expression) {
        return eval(expression).asText();
    }

    boolean isTrue(String expression) {
        return eval(expression).asBoolean();
    }

    void press(String key) {
        tools.call(
                session,
                "Input.dispatchKeyEvent",
                "type",
                "keyDown",
                "key",
                key,
                "code",
                key,
                "text",
                key.equals("Enter") ? "\r" : "",
                "windowsVirtualKeyCode",
                key.equals("Enter") ? 13 : 9);
        tools.call(session, "Input.dispatchKeyEvent", "type", "keyUp", "key", key, "code", key);
    }

    /** Closes it; what it complained of is forgotten. */
    void close() {
        tools.call(null, "Target.closeTarget", "targetId", target);
    }

    /** Errors on the console, uncaught exceptions, breaches of the policy, and requests beyond files named here. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        tools.events(session, "Log.entryAdded").forEach(event -> complaints.add("log: " + event));
        tools.events(session, "Runtime.exceptionThrown").forEach(event -> complaints.add("exception: " + event));
        tools.events(session, "Runtime.consoleAPICalled").forEach(event -> complaints.add("console: " + event));
        tools.events(session, "Audits.issueAdded").forEach(event -> complaints.add("issue: " + event));
        tools.events(session, "Network.requestWillBeSent").stream()
                .filter(event -> !event.path("type").asText().equals("Document"))
                .forEach(event -> complaints.add("request: " + event.at("/request/url")));
        return complaints;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
