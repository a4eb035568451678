/** Signals: weeks of calls and agendas to readings and alerts. */
@NullMarked
package fr.vigie.jobs.signals;

import org.jspecify.annotations.NullMarked;
