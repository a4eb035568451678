package fr.vigie.input;

import org.jspecify.annotations.Nullable;

/**
 * All doctors of a commune, clients or not.
 *
 * @param insee the commune
 * @param specialty the specialty
 * @param year the year
 * @param practitioners how many
 * @param fte full-time equivalents
 * @param over60 of these, older than 60
 * @param over62 older than 62
 * @param over65 older than 65
 */
public record Supply(
        @Key String insee,
        @Key String specialty,
        @Between(least = 1_900, most = 2_100) @Key Integer year,
        @Between(least = 0, most = 1_000_000) Double practitioners,
        @Between(least = 0, most = 1_000_000) @Nullable Double fte,
        @Between(least = 0, most = 1_000_000) @Nullable Double over60,
        @Between(least = 0, most = 1_000_000) @Nullable Double over62,
        @Between(least = 0, most = 1_000_000) @Nullable Double over65)
        implements InputRow {}
