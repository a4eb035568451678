package fr.vigie.jobs.report;

import fr.vigie.jobs.Stage;
import fr.vigie.jobs.lake.Table;
import java.nio.file.Path;
import java.util.List;

/** A stage that writes pages instead of tables: a folder for each audience. */
abstract sealed class Report implements Stage permits ManagersReport, AccountsReport, AuthoritiesReport {
    /** The audience's word, which names its folder. */
    abstract String audience();

    @Override
    public final String noun() {
        return "report " + audience();
    }

    @Override
    public final String block() {
        return "report";
    }

    @Override
    public final Class<? extends Record> configuration() {
        return ReportConfig.class;
    }

    @Override
    public final boolean isInPlace(Path reports) {
        return ReportFolder.holdsPages(reports.resolve(audience()));
    }

    @Override
    public final List<Table<?>> writes() {
        return List.of();
    }
}
