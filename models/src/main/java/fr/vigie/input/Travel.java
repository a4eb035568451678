package fr.vigie.input;

/**
 * Minutes by road between two communes.
 *
 * @param fromInsee from
 * @param toInsee to
 * @param minutes minutes, at least 0
 */
public record Travel(@Key String fromInsee, @Key String toInsee, @Between(least = 0, most = 10_000) Double minutes)
        implements InputRow {}
