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
        @Key Integer year,
        Double practitioners,
        @Nullable Double fte,
        @Nullable Double over60,
        @Nullable Double over62,
        @Nullable Double over65)
        implements InputRow {}
