package dev.offheap.parser.text;

import dev.offheap.parser.Limits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The lines of a text input: any line end, UTF-8 or ISO-8859-1 (or UTF-16 where a byte order mark says so, as Windows
 * shells write it), log prefixes taken off.
 *
 * <p>A line is kept up to {@link #LONGEST} characters; the rest of a longer one is dropped, so that no input can make
 * a line that does not fit memory.
 */
public final class LineReader {
    /**
     * Characters kept of a line; the longest line of a real report had 345. Rules that look for a token anywhere in a
     * line take a time that grows with its square.
     */
    public static final int LONGEST = Limits.LINE_CHARACTERS;

    private static final int SAMPLE = 1 << 16;

    private final Reader in;
    private final LogPrefix prefix = new LogPrefix();
    private final StringBuilder line = new StringBuilder();
    private final char[] chars = new char[1 << 13];
    private int position;
    private int limit;
    private int number;
    private boolean afterReturn;

    public LineReader(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, SAMPLE);
        this.in = new InputStreamReader(buffered, charset(buffered));
    }

    /** The next line, or null at the end. */
    public Line next() throws IOException {
        line.setLength(0);
        int read = read();
        if (read == '\n' && afterReturn) {
            read = read();
        }
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n' && read != '\r') {
            if (line.length() < LONGEST && read != 0) {
                line.append((char) read);
            }
            read = read();
        }
        afterReturn = read == '\r';
        return new Line(++number, prefix.strip(line.toString()));
    }

    private int read() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, in.read(chars));
        }
        return position < limit ? chars[position++] : -1;
    }

    private static Charset charset(BufferedInputStream in) throws IOException {
        in.mark(SAMPLE);
        byte[] head = in.readNBytes(SAMPLE - 1);
        in.reset();
        if (head.length >= 2) {
            int mark = (head[0] & 0xff) << 8 | head[1] & 0xff;
            if (mark == 0xfffe || mark == 0xfeff) {
                return StandardCharsets.UTF_16;
            }
        }
        if (head.length >= 3 && (head[0] & 0xff) == 0xef && (head[1] & 0xff) == 0xbb && (head[2] & 0xff) == 0xbf) {
            in.skipNBytes(3);
        }
        return isUtf8(head) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    }

    private static boolean isUtf8(byte[] head) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        // Not the end of input: a character that the sample cuts is no error.
        return !decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), false)
                .isError();
    }
}
