package fr.vigie.jobs.cli;

import fr.vigie.jobs.Json;
import fr.vigie.jobs.KeyFile;
import fr.vigie.jobs.RunLog;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.ingest.IngestConfig;
import fr.vigie.jobs.ingest.KeysInUse;
import fr.vigie.jobs.privacy.Forget;
import fr.vigie.privacy.PhoneNumbers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code vigie forget}: one person out of the lake; the number on standard input, where no list of processes shows it. */
@Command(
        name = "forget",
        description = "Forgets a caller, whose number is read from standard input: the calls become those of a withheld"
                + " number, those to come too.")
final class ForgetCommand implements Callable<Integer> {
    @ParentCommand
    Vigie vigie = new Vigie();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--country",
            paramLabel = "CC",
            description = "the country of a number without a country code (default: ingest.country)")
    @Nullable
    String country;

    @Mixin
    AuditOptions audit = new AuditOptions();

    @Override
    public Integer call() throws IOException {
        try (var workspace = Workspaces.write(vigie.options, spec)) {
            var keys = KeyFile.ring(KeyFile.of(workspace.root()));
            KeysInUse.check(workspace.lake(), RunLog.of(workspace.lake()), keys);
            var numbers = numbers(
                    country == null
                            ? workspace.config().block(IngestConfig.class).country()
                            : country);
            var number = numbers.e164(line())
                    .orElseThrow(
                            () -> UserError.usage(
                                    "What stands on standard input is no phone number.\nMaybe add --country, or run: vigie forget < FILE."));
            var done = new Forget(workspace.lake(), keys).run(number, audit.actor, Clock.systemUTC());
            done.unsearched().forEach(id -> spec.commandLine()
                    .getErr()
                    .println(
                            "vigie: calls read under the key %s were not searched: its file is missing. Maybe restore keys/retired/%s.key and run again."
                                    .formatted(id, id)));
            var out = spec.commandLine().getOut();
            out.println(
                    audit.json
                            ? Json.of(Map.of("calls", done.calls(), "unsearched_keys", done.unsearched()))
                            : "%d calls forgotten".formatted(done.calls()));
            return done.unsearched().isEmpty() ? 0 : 3;
        }
    }

    private static PhoneNumbers numbers(String country) {
        try {
            return new PhoneNumbers(country);
        } catch (IllegalArgumentException e) {
            throw UserError.usage(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String line() throws IOException {
        var typed = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var line = typed.readLine();
        if (typed.ready() && typed.lines().anyMatch(more -> !more.isBlank())) {
            throw UserError.usage(
                    "Standard input holds more than one line, and nobody was forgotten.\nMaybe run the command once for each number.");
        }
        return line;
    }
}
