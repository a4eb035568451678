/**
 * Weak signals: a practice that refuses, runs out of slots, closes late or winds down, told from chance.
 *
 * <p>A {@link fr.vigie.signal.Signal} reads the {@link fr.vigie.signal.PracticeHistory weeks} of a whole network and
 * gives a {@link fr.vigie.signal.SignalReading} per practice and week; {@link fr.vigie.signal.Watch} holds their alarms
 * against each other; {@link fr.vigie.signal.Alerts} turns alarms and people's decisions into alerts. Everything known
 * on a date comes from weeks before it: nothing looks ahead.
 */
@NullMarked
package fr.vigie.signal;

import org.jspecify.annotations.NullMarked;
