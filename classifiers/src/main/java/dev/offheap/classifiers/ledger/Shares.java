package dev.offheap.classifiers.ledger;

import dev.offheap.parser.process.MemoryRegion;
import java.util.List;

/**
 * The resident bytes of a mapping with several uses, divided.
 *
 * <p>The kernel gives one figure for the whole. Of a thread stack the JVM counts what is touched, so it gets that. An
 * allocation is written to soon after: what nobody claims comes next, as far as it goes. The JVM's tables are committed
 * long before they are touched, so they share what is left, in proportion to what of each is committed.
 *
 * @param claimed for each claim
 * @param free for what nobody claims
 */
record Shares(long[] claimed, long free) {

    /** @param freeBytes bytes of the mapping that nobody claims */
    static Shares of(MemoryRegion region, List<Claim> claims, long freeBytes) {
        long[] shares = new long[claims.size()];
        long left = region.rss();
        if (claims.size() == 1 && freeBytes == 0) {
            shares[0] = left;
            return new Shares(shares, 0);
        }
        long[] committed = claims.stream()
                .mapToLong(claim -> claim.committedIn(region.start(), region.end()))
                .toArray();
        long weights = 0;
        for (int i = 0; i < shares.length; i++) {
            if (isStack(claims.get(i))) {
                shares[i] = Math.min(left, committed[i]);
                left -= shares[i];
                committed[i] = 0;
            }
            weights += committed[i];
        }
        long free = Math.min(left, freeBytes);
        left -= free;
        long table = left;
        for (int i = 0; i < shares.length && weights > 0; i++) {
            long share = (long) ((double) table * committed[i] / weights);
            shares[i] += share;
            left -= share;
        }
        // What rounding leaves, or what is resident and committed for nobody.
        if (shares.length > 0 && freeBytes == 0) {
            shares[shares.length - 1] += left;
        } else {
            free += left;
        }
        return new Shares(shares, free);
    }

    private static boolean isStack(Claim claim) {
        return Use.ofCategory(claim.category()) == Use.JVM_STACKS;
    }
}
