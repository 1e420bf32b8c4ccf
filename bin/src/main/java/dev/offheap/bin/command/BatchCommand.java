package dev.offheap.bin.command;

import dev.offheap.bin.ExitCode;
import dev.offheap.bin.Version;
import dev.offheap.bin.batch.Batch;
import dev.offheap.bin.batch.BatchFolder;
import dev.offheap.bin.batch.Incident;
import dev.offheap.bin.batch.IncidentFinder;
import dev.offheap.reports.Report;
import dev.offheap.reports.html.HtmlReport;
import dev.offheap.reports.index.Index;
import dev.offheap.reports.index.IndexBuilder;
import dev.offheap.reports.index.IndexHtml;
import dev.offheap.reports.json.JsonReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code offheap batch}: many incidents, a report each, and an index. */
public final class BatchCommand implements Command {
    private static final String HTML = "report.html";
    private static final String JSON = "report.json";

    @Override
    public String name() {
        return "batch";
    }

    @Override
    public String arguments() {
        return "DIR";
    }

    @Override
    public String summary() {
        return "writes a report for each incident in a folder, and an index of them";
    }

    @Override
    public String example() {
        return "offheap batch dumps-of-the-night -o reports";
    }

    @Override
    public Options options() {
        Options options = new Options();
        options.addOption(Option.builder("o")
                .longOpt("output")
                .hasArg()
                .argName("DIR")
                .desc("folder for the index and the reports; an earlier batch in it is gone on with")
                .get());
        options.addOption(Option.builder()
                .longOpt("jobs")
                .hasArg()
                .argName("N")
                .desc("most incidents at once, within the Java heap; the number of processors when not given")
                .get());
        BudgetOption.addTo(options);
        PrivacyOption.addTo(options);
        Outputs.addForceAndQuiet(options);
        Analyzer.addTo(options);
        return options;
    }

    @Override
    public int run(CommandLine line, Console console) {
        if (line.getArgList().size() != 1 || !line.hasOption("output")) {
            throw new FailedException(
                    ExitCode.USAGE,
                    "batch needs a folder of incidents and -o with one for reports; see 'offheap help batch'");
        }
        Path output = Path.of(line.getOptionValue("output"));
        PrivacyOption privacy = new PrivacyOption(line);
        Analyzer analyzer = new Analyzer(line);
        BudgetOption budget = new BudgetOption(line);
        List<Incident> incidents = find(Path.of(line.getArgList().get(0)), output);
        int jobs = jobs(line);
        try (BatchFolder folder = new BatchFolder(output, Settings.of(line), privacy::shown)) {
            open(folder, output, line.hasOption("force"), console);
            Run run = new Run(folder, line.hasOption("force"), analyzer, budget, privacy, console);
            new Batch(jobs, Runtime.getRuntime().maxMemory())
                    .run(incidents, incident -> run.work(incident, incidents.size()));
            return run.finish(incidents, output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedException(ExitCode.FAILED, "stopped; the same command goes on where it was");
        } catch (IOException e) {
            throw cannotWrite(output);
        }
    }

    private static List<Incident> find(Path top, Path output) {
        try {
            List<Incident> incidents = IncidentFinder.find(top, output);
            if (incidents.isEmpty()) {
                throw new FailedException(
                        ExitCode.FAILED, top + " holds no files; pass the folder with one folder for each incident");
            }
            return incidents;
        } catch (IOException e) {
            throw new FailedException(
                    ExitCode.FAILED, top + " cannot be read as a folder; check its name and permissions");
        }
    }

    private static void open(BatchFolder folder, Path output, boolean force, Console console) throws IOException {
        if (!force && !folder.isOurs()) {
            throw new FailedException(
                    ExitCode.FAILED, output + " holds files of others; name a new folder or pass --force");
        }
        folder.open(() -> console.note(output + ": another batch writes to it; waiting until that is done"));
    }

    private static FailedException cannotWrite(Path output) {
        return new FailedException(
                ExitCode.FAILED, output + " cannot be made or written; check its name and permissions");
    }

    private static int jobs(CommandLine line) {
        String jobs = line.getOptionValue("jobs");
        if (jobs == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (!jobs.matches("[1-9]\\d{0,2}")) {
            throw new FailedException(ExitCode.USAGE, "--jobs is a number from 1 to 999");
        }
        return Integer.parseInt(jobs);
    }

    /** One run of the command. Its workers share it; what they note is kept in maps that allow that. */
    private static final class Run {
        private final BatchFolder folder;
        private final boolean force;
        private final Analyzer analyzer;
        private final BudgetOption budget;
        private final PrivacyOption privacy;
        private final Console console;
        private final Map<Incident, String> failures = new ConcurrentHashMap<>();
        private final Set<Incident> skipped = ConcurrentHashMap.newKeySet();
        private final AtomicInteger finished = new AtomicInteger();

        Run(
                BatchFolder folder,
                boolean force,
                Analyzer analyzer,
                BudgetOption budget,
                PrivacyOption privacy,
                Console console) {
            this.folder = folder;
            this.force = force;
            this.analyzer = analyzer;
            this.budget = budget;
            this.privacy = privacy;
            this.console = console;
        }

        void work(Incident incident, int all) {
            String verdict;
            try {
                verdict = !force && folder.isDone(incident) ? "done before" : report(incident);
            } catch (NothingReadException e) {
                verdict = incident.isLoose() && e.noCapture()
                        ? skip(incident)
                        : fail(incident, e.reason(!privacy.isStrict()));
            } catch (FailedException e) {
                verdict = fail(incident, e.getMessage());
            } catch (IOException e) {
                verdict = fail(incident, "its report cannot be written (" + e.getMessage() + "); check the disk");
            } catch (OutOfMemoryError e) {
                verdict = fail(incident, OutOfMemory.message());
            } catch (RuntimeException | StackOverflowError e) {
                verdict = fail(incident, "a fault of offheap (" + e + "); please report it, the other incidents go on");
            }
            console.note(finished.incrementAndGet() + "/" + all + " " + incident.id() + ": " + verdict);
        }

        private String skip(Incident incident) {
            skipped.add(incident);
            return "no capture, left out";
        }

        private String fail(Incident incident, String why) {
            failures.put(incident, why);
            return "failed: " + why;
        }

        private String report(Incident incident) throws IOException {
            folder.begin(incident);
            Report made = budget.check(
                    analyzer.analyze(incident.inputs(), console.silent()).report());
            Report report = privacy.apply(made, incident.inputs());
            write(folder.of(incident).resolve(HTML), HtmlReport.write(report));
            write(folder.of(incident).resolve(JSON), JsonReport.write(report));
            folder.done(incident);
            return report.verdict();
        }

        /** From the JSON files, one after the other: so the index is the same whichever run made which report. */
        int finish(List<Incident> incidents, Path output) {
            IndexBuilder builder = new IndexBuilder();
            int breaches = 0;
            for (Incident incident : incidents) {
                if (skipped.contains(incident)) {
                    continue;
                }
                if (failures.containsKey(incident)) {
                    builder.failed(privacy.shown(incident.id()), failures.get(incident));
                    continue;
                }
                Report report = ReportSource.readJson(folder.of(incident).resolve(JSON));
                builder.done(privacy.shown(incident.id()), folder.place(incident) + "/" + HTML, report);
                breaches +=
                        report.budget() == null ? 0 : report.budget().breaches().size();
            }
            Index index = builder.build(Version.current());
            write(output.resolve("index.json"), JsonReport.any(index));
            write(output.resolve("index.html"), IndexHtml.write(index));
            if (!console.quiet()) {
                console.out().println(index.verdict());
                console.out().println("Index: " + output.resolve("index.html"));
            }
            if (!failures.isEmpty()) {
                return failures.size() == incidents.size() ? ExitCode.FAILED : ExitCode.PART_FAILED;
            }
            return breaches > 0 ? ExitCode.OVER_BUDGET : ExitCode.DONE;
        }

        private void write(Path file, String content) {
            new OutputFile(file.toString(), true).write(content, console);
        }
    }
}
