package dev.offheap.bin.command;

import dev.offheap.bin.ExitCode;
import dev.offheap.parser.Limits;
import java.math.BigDecimal;
import java.time.Duration;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** The options that raise or lower what is read at most. */
final class LimitsOption {
    private static final BigDecimal MILLIS = BigDecimal.valueOf(60_000);

    private LimitsOption() {}

    static void addTo(Options options) {
        Limits usual = Limits.USUAL;
        options.addOption(option("timeout", "MINUTES", "most time for one incident; " + minutes(usual.time())));
        options.addOption(option("max-files", "N", "most files of one folder; " + usual.files()));
        options.addOption(option("max-text", "MIB", "most of one text, unpacked; " + (usual.textBytes() >> 20)));
        options.addOption(option(
                "max-unpacked", "TIMES", "most that a compressed file may grow, in times; " + usual.unpackedTimes()));
    }

    private static Option option(String name, String unit, String text) {
        return Option.builder()
                .longOpt(name)
                .hasArg()
                .argName(unit)
                .desc(text + " when not given")
                .get();
    }

    /**
     * What holds with these options.
     *
     * @throws FailedException when one of them is no number that can be
     */
    static Limits of(CommandLine line) {
        Limits usual = Limits.USUAL;
        return new Limits(
                line.hasOption("timeout") ? time(line.getOptionValue("timeout")) : usual.time(),
                number(line, "max-files", usual.files()),
                (long) number(line, "max-text", (int) (usual.textBytes() >> 20)) << 20,
                number(line, "max-unpacked", usual.unpackedTimes()),
                usual.objects());
    }

    private static int number(CommandLine line, String option, int usual) {
        String text = line.getOptionValue(option);
        if (text == null) {
            return usual;
        }
        if (!text.matches("[1-9]\\d{0,6}")) {
            throw new FailedException(ExitCode.USAGE, "--" + option + " is a number from 1 to 9999999");
        }
        return Integer.parseInt(text);
    }

    private static Duration time(String text) {
        if (!text.matches("\\d{1,6}(\\.\\d{1,4})?")) {
            throw new FailedException(ExitCode.USAGE, "--timeout is a number of minutes, as in 90 or 0.5");
        }
        return Duration.ofMillis(new BigDecimal(text).multiply(MILLIS).longValue());
    }

    static String minutes(Duration time) {
        return BigDecimal.valueOf(time.toMillis())
                .divide(MILLIS)
                .stripTrailingZeros()
                .toPlainString();
    }
}
