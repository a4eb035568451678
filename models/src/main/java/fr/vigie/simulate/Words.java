package fr.vigie.simulate;

import java.util.List;

/** The words from which names and harmless remarks are made. */
final class Words {
    static final List<String> COMMUNE_STEMS = List.of(
            "Aubre", "Belle", "Brémi", "Caudre", "Clairo", "Dourlo", "Escau", "Ferri", "Flamme", "Grenou", "Havri",
            "Houle", "Lambri", "Lestru", "Marque", "Merlo", "Noyau", "Orchie", "Pernan", "Quéro", "Roncho", "Saillo",
            "Thivre", "Vendri", "Verlo", "Wambri", "Wavro", "Yserre", "Zuyde", "Bollé", "Craywi");
    static final List<String> COMMUNE_ENDINGS = List.of(
            "court",
            "ghem",
            "gnies",
            "beuf",
            "val",
            "ville",
            "mont",
            "brouck",
            "court-sur-Lys",
            "val-les-Bois",
            "ghem-Plage",
            "gnies-le-Grand",
            "ville-en-Pévèle",
            "mont-sur-Canche");
    static final List<String> SURNAMES = List.of(
            "Delattre",
            "Lefebvre",
            "Caron",
            "Dubois",
            "Wattel",
            "Vasseur",
            "Leroy",
            "Boulanger",
            "Duhamel",
            "Carpentier",
            "Flament",
            "Lemaire",
            "Dhaene",
            "Vandamme",
            "Briche",
            "Poulain",
            "Cousin",
            "Hennebelle",
            "Lecocq",
            "Mercier",
            "Rousselle",
            "Tournier",
            "Delmotte",
            "Masson",
            "Bailleul",
            "Courtin",
            "Deswarte",
            "Fontaine",
            "Guilbert",
            "Hochart");
    static final List<String> FIRST_NAMES = List.of(
            "Amélie",
            "Bastien",
            "Camille",
            "Delphine",
            "Élodie",
            "Farid",
            "Gaëlle",
            "Hugo",
            "Inès",
            "Julie",
            "Karim",
            "Laura",
            "Marion",
            "Nadia",
            "Océane",
            "Pauline",
            "Quentin",
            "Romain",
            "Sophie",
            "Thomas");
    static final List<String> PLACES = List.of(
            "de la Place",
            "des Tilleuls",
            "du Beffroi",
            "de la Gare",
            "du Moulin",
            "des Dunes",
            "du Canal",
            "de l'Église",
            "des Terrils",
            "du Parc");
    static final List<String> PREFERENCES =
            List.of("matin", "après-midi", "pas le mercredi", "pas de samedi consécutifs", "journée continue", "");
    static final List<String> ACCOUNT_MANAGERS = List.of("C. Wattrelot", "M. Desmarets", "S. Leclercq", "A. Bultez");
    static final List<String> PLATFORMS = List.of("annuaire", "carte", "forum");
    static final List<String> PRAISE = List.of(
            "Accueil agréable, rendez-vous obtenu rapidement.",
            "Secrétariat à l'écoute, merci.",
            "Réponse claire et polie.",
            "Très bien, on m'a rappelé comme promis.");
    static final List<String> COMPLAINT = List.of(
            "Longue attente au téléphone le lundi.",
            "Pas de créneau avant plusieurs semaines.",
            "Il a fallu rappeler trois fois.",
            "Difficile de joindre le cabinet.");
    static final List<String> NEUTRAL =
            List.of("Correct.", "Attente un peu longue mais réponse utile.", "Sans plus.", "Rien à signaler.");

    private Words() {}
}
