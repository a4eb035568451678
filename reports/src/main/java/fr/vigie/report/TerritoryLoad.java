package fr.vigie.report;

/**
 * The calls expected in a week from the practices of a territory.
 *
 * @param territory its name; empty where it is not known
 * @param practices how many practices are forecast there
 * @param mean expected calls
 * @param low80 lower end of the 80 % interval
 * @param high80 upper end
 * @param low95 lower end of the 95 % interval
 * @param high95 upper end
 */
public record TerritoryLoad(
        String territory, int practices, double mean, double low80, double high80, double low95, double high95) {}
