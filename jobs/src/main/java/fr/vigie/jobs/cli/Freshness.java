package fr.vigie.jobs.cli;

import fr.vigie.input.InputKind;
import fr.vigie.jobs.Flow;
import fr.vigie.jobs.KeyFile;
import fr.vigie.jobs.KeyRing;
import fr.vigie.jobs.RunLog;
import fr.vigie.jobs.Stage;
import fr.vigie.jobs.Workspace;
import fr.vigie.jobs.error.UserError;
import fr.vigie.jobs.ingest.IngestConfig;
import fr.vigie.jobs.ingest.IngestJob;
import fr.vigie.jobs.ingest.KnownFiles;
import fr.vigie.jobs.ingest.Place;
import fr.vigie.jobs.ingest.SourceConfig;
import fr.vigie.jobs.ingest.Sources;
import fr.vigie.jobs.ingest.SourcesConfig;
import fr.vigie.jobs.lake.Table;
import fr.vigie.jobs.lake.Tables;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code vigie run} would do now, and why: sources whose files are not in the lake as they are, and stages made
 * from something else than there is or will be. What a stale step writes makes stale whoever reads it.
 */
final class Freshness {
    private final Workspace workspace;
    private final RunLog log;
    private final Flow flow;
    private final Optional<KeyRing> keys;
    /** The stale steps that would write to a table. */
    private final Map<Table<?>, Set<String>> stale = new HashMap<>();

    private final List<SourceState> sources;
    private final List<StageState> stages;

    Freshness(Workspace workspace) {
        this.workspace = workspace;
        this.flow = workspace.flow(null);
        this.log = flow.log();
        this.keys = keys(workspace);
        this.sources = sourcesInOrder();
        this.stages = Stages.ALL.stream().map(this::state).toList();
    }

    /** Every source that has files or had some. */
    List<SourceState> sources() {
        return sources;
    }

    /** Every stage, in the order in which data flows. */
    List<StageState> stages() {
        return stages;
    }

    private List<SourceState> sourcesInOrder() {
        var states = new ArrayList<SourceState>();
        // Calls come last: how they are read depends on the practices.
        workspace.config().block(SourcesConfig.class).all().entrySet().stream()
                .sorted(Comparator.comparing(source -> source.getValue().kind() == InputKind.CALLS))
                .forEach(source -> state(source.getKey(), source.getValue()).ifPresent(state -> {
                    states.add(state);
                    if (state.isStale()) {
                        markStale(List.of(Tables.of(state.kind())), state.name());
                    }
                }));
        return states;
    }

    private Optional<SourceState> state(String name, SourceConfig settings) {
        var files = Sources.files(workspace.root(), settings).files();
        if (files.isEmpty()) {
            return Optional.empty();
        }
        var ingested = KnownFiles.of(log, name);
        var because = settings.kind() == InputKind.CALLS
                ? List.copyOf(stale.getOrDefault(Tables.PRACTICE, Set.of()))
                : List.<String>of();
        var toRead = new HashMap<Path, String>();
        String unreadable = null;
        try {
            Sources.check(files);
            toRead.putAll(toRead(name, settings, files));
        } catch (UserError e) {
            unreadable = e.getMessage();
            files.stream()
                    .filter(file -> !ingested.hasPlace(placeOf(settings, file)))
                    .forEach(file -> toRead.put(file, "not compared"));
        }
        var neverIngested = files.stream()
                .filter(file -> toRead.containsKey(file)
                        && !ingested.hasPlace(placeOf(settings, file))
                        && !ingested.hasContent(toRead.get(file)))
                .map(file -> String.valueOf(file.getFileName()))
                .toList();
        boolean hasOtherContent = toRead.entrySet().stream()
                .anyMatch(file ->
                        ingested.hasPlace(placeOf(settings, file.getKey())) && !ingested.hasContent(file.getValue()));
        // Those that were taken away are nothing to read for, unless they lay over others.
        var removed = new TreeSet<String>();
        if (!toRead.isEmpty()) {
            removed.addAll(ingested.places());
            files.forEach(file -> removed.remove(placeOf(settings, file)));
        }
        return Optional.of(new SourceState(
                name,
                settings.kind(),
                files.size(),
                neverIngested,
                removed.stream()
                        .map(place -> place.substring(place.lastIndexOf('/') + 1))
                        .toList(),
                hasOtherContent || (!toRead.isEmpty() && neverIngested.isEmpty() && removed.isEmpty()),
                because,
                unreadable));
    }

    private Map<Path, String> toRead(String name, SourceConfig settings, List<Path> files) {
        var ring = KeyFile.ring(KeyFile.of(workspace.root()));
        var job = new IngestJob(workspace.root(), workspace.lake(), workspace.config(), ring, log, Clock.systemUTC());
        return job.prepare(name, settings, files).toRead();
    }

    private String placeOf(SourceConfig settings, Path file) {
        var country =
                settings.countryOr(workspace.config().block(IngestConfig.class).country());
        return Place.of(
                        workspace.root(),
                        file,
                        country,
                        keys.map(KeyRing::names).orElse(null))
                .toString();
    }

    /** Whoever only looks may not be allowed to read them. */
    private static Optional<KeyRing> keys(Workspace workspace) {
        try {
            return Optional.of(KeyFile.ring(KeyFile.of(workspace.root())));
        } catch (UserError e) {
            // Told where files are compared.
            return Optional.empty();
        }
    }

    private StageState state(Stage stage) {
        var upstream = new TreeSet<String>();
        stage.reads().forEach(table -> upstream.addAll(stale.getOrDefault(table, Set.of())));
        boolean upToDate = upstream.isEmpty() && flow.date().isPresent() && flow.isUpToDate(stage);
        if (!upToDate) {
            markStale(stage.writes(), stage.noun());
        }
        var because = !upstream.isEmpty() || upToDate || flow.date().isEmpty() ? upstream : changes(stage);
        return new StageState(stage.noun(), log.latest(stage.noun()), !upToDate, List.copyOf(because));
    }

    private Collection<String> changes(Stage stage) {
        return new TreeSet<>(flow.changesSince(stage));
    }

    private void markStale(List<Table<?>> tables, String step) {
        tables.forEach(
                table -> stale.computeIfAbsent(table, t -> new TreeSet<>()).add(step));
    }
}
