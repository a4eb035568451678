/** The log of Asterisk's queues: its events, the calls and the presence of agents that they tell, hourly statistics. */
@NullMarked
package fr.vigie.queuelog;

import org.jspecify.annotations.NullMarked;
