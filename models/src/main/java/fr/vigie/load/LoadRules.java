package fr.vigie.load;

import java.io.Serializable;

/**
 * What counts as in time, short and long. Milliseconds.
 *
 * @param within the service level's time
 * @param shortAbandon an abandonment after at most this wait is short
 * @param longWait a wait over it is long
 * @param shortTalk a talk under it stays out of the average handling time
 */
public record LoadRules(long within, long shortAbandon, long longWait, long shortTalk) implements Serializable {}
