package dev.offheap.parser.hotspot;

import dev.offheap.parser.Warning;
import dev.offheap.parser.text.Amount;
import dev.offheap.parser.text.Line;
import dev.offheap.parser.text.TextSection;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the XML of glibc's {@code malloc_info}. Document types and entities are off: the text may be anything. */
public final class NativeHeapReader implements TextSection {
    /** Some kilobytes per arena, and arenas are limited to eight per processor. */
    private static final int LONGEST = 1 << 24;

    private final String input;
    private final List<NativeHeap> found = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private StringBuilder xml;

    /** @param input name of the file */
    public NativeHeapReader(String input) {
        this.input = input;
    }

    @Override
    public boolean opens(Line line) {
        return line.text().strip().startsWith("<malloc version=");
    }

    @Override
    public boolean take(Line line) {
        if (opens(line)) {
            close();
            xml = new StringBuilder();
        }
        if (xml == null) {
            return false;
        }
        if (xml.length() < LONGEST) {
            xml.append(line.text()).append('\n');
        }
        if (line.text().strip().endsWith("</malloc>")) {
            close();
        }
        return true;
    }

    /** Ends the file: no line follows. */
    public void close() {
        if (xml != null) {
            parse(xml.toString());
            xml = null;
        }
    }

    public List<NativeHeap> found() {
        return found;
    }

    public List<Warning> warnings() {
        return warnings;
    }

    private void parse(String text) {
        Content content = new Content();
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    content.start(reader);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    content.end(reader.getLocalName());
                }
            }
        } catch (XMLStreamException cut) {
            warnings.add(Warning.of(
                    "cut-native-heap",
                    "the native heap info is cut or damaged, the arenas before count; capture it again with jcmd PID"
                            + " System.native_heap_info",
                    input));
        }
        if (!content.arenas.isEmpty()) {
            found.add(new NativeHeap(input, content.arenas, content.mappedBytes, content.mappedCount));
        }
    }

    /** The numbers of one document. */
    private static final class Content {
        private final List<NativeHeap.Arena> arenas = new ArrayList<>();
        private final List<NativeHeap.Free> free = new ArrayList<>();
        private boolean inArena;
        private long fast;
        private long rest;
        private long system;
        private long mappedBytes;
        private long mappedCount;

        private void start(XMLStreamReader element) {
            String type = element.getAttributeValue(null, "type");
            switch (element.getLocalName()) {
                case "heap" -> inArena = true;
                case "size", "unsorted" -> {
                    if (inArena) {
                        free.add(new NativeHeap.Free(number(element, "count"), number(element, "total")));
                    }
                }
                case "total" -> {
                    if (inArena && "fast".equals(type)) {
                        fast = number(element, "size");
                    } else if (inArena && "rest".equals(type)) {
                        rest = number(element, "size");
                    } else if (!inArena && "mmap".equals(type)) {
                        mappedBytes = number(element, "size");
                        mappedCount = number(element, "count");
                    }
                }
                case "system" -> system = inArena && "current".equals(type) ? number(element, "size") : system;
                default -> {
                    // address space and limits: nothing that the others do not say
                }
            }
        }

        private void end(String name) {
            if (name.equals("heap")) {
                arenas.add(new NativeHeap.Arena(fast, rest, system, free));
                free.clear();
                fast = 0;
                rest = 0;
                system = 0;
                inArena = false;
            }
        }

        private static long number(XMLStreamReader element, String attribute) {
            String value = element.getAttributeValue(null, attribute);
            return value != null && value.matches("\\d+") ? Amount.of(value, 1).orElse(0) : 0;
        }
    }
}
