package fr.vigie.jobs.staffing;

import fr.vigie.queue.Redials;
import fr.vigie.queue.TimeLaw;
import java.io.Serializable;

/**
 * What callers do where it is not what the formulas suppose: patience that is not exponential, and redials that come later.
 *
 * @param patience how long they wait
 * @param redials who calls again, and when
 */
record CallerLaws(TimeLaw patience, Redials redials) implements Serializable {}
