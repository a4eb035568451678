package fr.vigie.queue;

/** Which of several free agents a call goes to. */
public enum Routing {
    /** The one who has been free longest. */
    LONGEST_IDLE,

    /** One of those with the fewest skills, so that the others stay free for what only they can do. */
    LEAST_SKILLED
}
