/**
 * The employee shift scheduling problem of the public benchmark: who works which shift on which day, so that the rules of
 * every contract hold and wishes and cover are missed as little as can be.
 *
 * <p>T. Curtois and R. Qu, Computational results on new staff scheduling benchmark instances (technical report, University
 * of Nottingham, 2014). {@link fr.vigie.roster.benchmark.ProblemReader} reads an instance,
 * {@link fr.vigie.roster.benchmark.HardRules} and {@link fr.vigie.roster.benchmark.Penalty} judge a schedule by the
 * definitions alone, whoever made it.
 */
@NullMarked
package fr.vigie.roster.benchmark;

import org.jspecify.annotations.NullMarked;
