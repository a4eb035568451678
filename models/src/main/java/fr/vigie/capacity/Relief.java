package fr.vigie.capacity;

/**
 * Calls that others take instead of a newcomer: overflow to a partner, or an attendant or form that settles some.
 *
 * @param name what it is called
 * @param mostShare the largest share of the calls that it can take, 0 to 1
 * @param eurosPerCall what each costs, zero or more
 * @param eurosPerMonth what a month in which it is used costs, zero or more
 */
public record Relief(String name, double mostShare, double eurosPerCall, double eurosPerMonth) {
    public Relief {
        Require.share("share of " + name, mostShare, "Maybe it is given in percent.");
        Require.notNegative("price a call of " + name, eurosPerCall, "Maybe 1.");
        Require.notNegative("price a month of " + name, eurosPerMonth, "Maybe 0.");
    }
}
