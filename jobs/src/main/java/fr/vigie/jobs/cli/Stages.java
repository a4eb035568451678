package fr.vigie.jobs.cli;

import fr.vigie.jobs.Stage;
import fr.vigie.jobs.backlog.BacklogJob;
import fr.vigie.jobs.care.CareJob;
import fr.vigie.jobs.config.Block;
import fr.vigie.jobs.config.LakeConfig;
import fr.vigie.jobs.config.ServiceConfig;
import fr.vigie.jobs.forecast.ForecastJob;
import fr.vigie.jobs.ingest.IngestConfig;
import fr.vigie.jobs.ingest.SourcesConfig;
import fr.vigie.jobs.load.LoadJob;
import fr.vigie.jobs.privacy.RetentionConfig;
import fr.vigie.jobs.publish.PublishConfig;
import fr.vigie.jobs.report.AccountsReport;
import fr.vigie.jobs.report.AuthoritiesReport;
import fr.vigie.jobs.report.ManagersReport;
import fr.vigie.jobs.roster.RosterJob;
import fr.vigie.jobs.signals.SignalsJob;
import fr.vigie.jobs.staffing.CapacityJob;
import fr.vigie.jobs.staffing.ScenarioJob;
import fr.vigie.jobs.staffing.ShortfallJob;
import fr.vigie.jobs.staffing.StaffingJob;
import fr.vigie.jobs.territory.TerritoryJob;
import java.util.ArrayList;
import java.util.List;

/** Every stage after ingest, in the order in which data flows: the one place that lists them. */
final class Stages {
    static final List<Stage> ALL = List.of(
            new LoadJob(),
            new ForecastJob(),
            new StaffingJob(),
            new ShortfallJob(),
            new ScenarioJob(),
            new RosterJob(),
            new BacklogJob(),
            new CapacityJob(),
            new CareJob(),
            new SignalsJob(),
            new TerritoryJob(),
            new ManagersReport(),
            new AccountsReport(),
            new AuthoritiesReport());

    private Stages() {}

    /** Every block of {@code vigie.yaml}, in the order in which {@code vigie init} writes them. */
    static List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block("service", ServiceConfig.class));
        blocks.add(new Block("sources", SourcesConfig.class));
        blocks.add(new Block("ingest", IngestConfig.class));
        ALL.stream()
                .map(stage -> new Block(stage.block(), stage.configuration()))
                .distinct()
                .forEach(blocks::add);
        blocks.add(new Block("retention", RetentionConfig.class));
        blocks.add(new Block("publish", PublishConfig.class));
        blocks.add(new Block("lake", LakeConfig.class));
        return blocks;
    }
}
