package dev.offheap.reports.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces words. The same word has the same mask under the same key, and without the key a mask says nothing of its word:
 * it is the start of an HMAC-SHA-256. Which words were replaced is noted, to find them again.
 */
public final class Masks {
    /** What a mask looks like: an {@code n}, then fifty bits in base 32. */
    public static final Pattern FORM = Pattern.compile("\\bn[a-z2-7]{10}\\b");

    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 10;

    private final SecretKeySpec key;
    private final SortedMap<String, String> words = new TreeMap<>();

    /**
     * @param key secret; as long as its owner likes
     * @param words that were replaced under this key before, by mask
     */
    public Masks(byte[] key, Map<String, String> words) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
        this.words.putAll(words);
    }

    public String mask(String word) {
        byte[] digest = digest(word);
        StringBuilder mask = new StringBuilder("n");
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = bits << Byte.SIZE | digest[i] & 0xff;
        }
        for (int i = 0; i < LENGTH; i++) {
            mask.append(DIGITS.charAt((int) (bits & 31)));
            bits >>>= 5;
        }
        synchronized (words) {
            words.put(mask.toString(), word);
        }
        return mask.toString();
    }

    /** Words by mask, of all that were replaced; a copy. */
    public SortedMap<String, String> words() {
        synchronized (words) {
            return new TreeMap<>(words);
        }
    }

    private byte[] digest(String word) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(word.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
