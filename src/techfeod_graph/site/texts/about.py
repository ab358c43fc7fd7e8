"""What stands on the pages on the base itself: files, method, limits, licences."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "downloads-what": (
        "Les mêmes données que ces pages, dans les formats des logiciels.",
        "The same data as these pages, in the formats of software.",
    ),
    "downloads-caption": (
        "Fichiers de la version {version}, avec leur taille en octets et leur empreinte.",
        "Files of version {version}, with their size in bytes and their digest.",
    ),
    "downloads-licence": (
        "Données : CC BY 4.0. Ontologie, règles et requêtes : CC0.",
        "Data: CC BY 4.0. Ontology, rules and queries: CC0.",
    ),
    "file": ("Fichier", "File"),
    "what": ("Contenu", "Content"),
    "size": ("Octets", "Bytes"),
    "file-map": (
        "la carte interactive, en un seul fichier",
        "the interactive map, as one file",
    ),
    "about-lead": (
        "Une base de connaissances de l’argument d’un seul texte : {label}.",
        "A knowledge base of the argument of one text: {label}.",
    ),
    "about-holds": ("Ce qu’elle contient", "What it holds"),
    "about-holds-1": (
        "Les {passages} passages de l’essai, chacun avec ce qui le prouve ; {read} de ses "
        "{sentences} phrases ont été lues.",
        "The {passages} passages of the essay, each with what proves it; {read} of its "
        "{sentences} sentences have been read.",
    ),
    "about-holds-2": (
        "{claims} affirmations, {positions} positions prises sur elles, {relations} relations "
        "entre elles.",
        "{claims} claims, {positions} positions taken on them, {relations} relations between them.",
    ),
    "about-holds-3": (
        "{concepts} concepts et {relations} relations entre eux, {agents} agents, {works} "
        "ouvrages.",
        "{concepts} concepts and {relations} relations between them, {agents} agents, {works} "
        "works.",
    ),
    "about-holds-4": (
        "{pointers} endroits où le texte renvoie à un ouvrage, {slips} écarts de la source.",
        "{pointers} places where the text points to a work, {slips} slips of the source.",
    ),
    "about-made": ("Comment elle a été faite", "How it was made"),
    "about-made-1": (
        "Une affirmation est une proposition nue, redite dans nos mots. Qui la tient est une "
        "position : un agent, une force, la chaîne de ceux qui la rapportent, et la phrase.",
        "A claim is a bare proposition, restated in our words. Who holds it is a position: one "
        "agent, one stance, the chain of those who report it, and the sentence.",
    ),
    "about-made-2": (
        "Une relation est « énoncée » quand le texte la marque, « inférée » quand seul le "
        "curateur la voit. Un repère (P05.2 : paragraphe 5, phrase 2), une empreinte SHA-256 et "
        "souvent un fragment de texte prouvent la phrase dans l’exemplaire du lecteur.",
        "A relation is “stated” when the text marks it, “inferred” when only the curator sees "
        "it. A locator (P05.2: paragraph 5, sentence 2), a SHA-256 digest and often a text "
        "fragment prove the sentence in the reader’s own copy.",
    ),
    "about-made-3": (
        "Quand le texte laisse ouvert qui parle, la fiche donne toutes les lectures "
        "({ambiguous} affirmations).",
        "Where the text leaves open who speaks, the record gives all readings ({ambiguous} "
        "claims).",
    ),
    "about-agreement": ("Deux lectures, et leur accord", "Two readings, and their agreement"),
    "agreement-what": (
        "Chaque section a été lue deux fois, la seconde sans voir la première, et départagée "
        "par le texte.",
        "Each section was read twice, the second time without sight of the first, and settled "
        "by the text.",
    ),
    "agreement-caption": (
        "Propositions de chaque lecture, et accord sur celles qui se correspondent (part, et "
        "kappa de Cohen).",
        "Propositions of each reading, and agreement on those that match (share, and Cohen’s "
        "kappa).",
    ),
    "paragraphs": ("Paragraphes", "Paragraphs"),
    "first-reading": ("1re lecture", "1st reading"),
    "second-reading": ("2e lecture", "2nd reading"),
    "matched": ("Appariées", "Matched"),
    "same-holder": ("Même tenant", "Same holder"),
    "same-stance": ("Même position", "Same stance"),
    "together-all": ("Ensemble", "All"),
    "agreement-limits": (
        "Les deux lectures sont de modèles de langue qui suivaient le même guide : ces chiffres "
        "sont une borne supérieure de ce que donneraient deux chercheurs. Là où presque tout "
        "est d’une seule voix, kappa ne dit rien.",
        "Both readings were made by language models following the same guide: these figures are "
        "an upper bound of what two scholars would reach. Where nearly everything has one "
        "voice, kappa says nothing.",
    ),
    "about-not": ("Ce qu’elle ne montre pas", "What it does not show"),
    "about-not-1": (
        "Le texte de l’essai : aucune phrase n’en est reproduite.",
        "The essay’s text: no sentence of it is reproduced.",
    ),
    "about-not-2": (
        "Où et quand l’essai a paru : son texte ne le dit pas.",
        "Where and when the essay appeared: its text does not say.",
    ),
    "about-not-3": (
        "L’argument des ouvrages cités : seulement ce que l’essai en dit.",
        "The argument of the works cited: only what the essay says of them.",
    ),
    "about-not-4": (
        "Si une affirmation est vraie : seulement qui la tient et sur quoi elle repose.",
        "Whether a claim is true: only who holds it and what it rests on.",
    ),
    "about-not-5": (
        "Les identifiants de personnes ou d’ouvrages qui n’ont pas été vérifiés ; presque tous "
        "manquent encore.",
        "Identifiers of persons or works that were not checked; nearly all are still missing.",
    ),
    "about-not-6": (
        "Les adresses de ses identifiants ne répondent pas encore : elles nomment les choses.",
        "The addresses of its identifiers do not answer yet: they name things.",
    ),
    "about-cite": ("Citer", "How to cite"),
    "about-cite-how": (
        "Citez la base avec sa version, et une fiche par son identifiant, donné au bas de "
        "chacune ; un passage se cite par l’essai lui-même.",
        "Cite the base with its version, and a record by its identifier, given on each; a "
        "passage is cited from the essay itself.",
    ),
    "about-cite-line": (
        "D’après {label}. Données, version {version}.",
        "After {label}. Data, version {version}.",
    ),
    "about-version": ("Version", "Version"),
    "about-version-what": (
        "Données : version {version}. Logiciel : techfeod-graph {release}.",
        "Data: version {version}. Software: techfeod-graph {release}.",
    ),
    "about-licences": ("Licences", "Licences"),
    "licence-data": ("Données : CC BY 4.0.", "Data: CC BY 4.0."),
    "licence-ontology": (
        "Ontologie, règles et requêtes : CC0.",
        "Ontology, rules and queries: CC0.",
    ),
    "licence-code": ("Code : MIT.", "Code: MIT."),
    "licence-others": (
        "Le code d’autrui que ce site emploie, sous ses propres licences :",
        "Code of others that this site uses, under its own licences:",
    ),
    "ontology-what": (
        "Les termes propres de la base, version {version}.",
        "The base’s own terms, version {version}.",
    ),
    "notation": ("noté", "written"),
    "chain": ("chaîne :", "chain:"),
    "inverse-of": ("inverse de", "inverse of"),
    "others": ("Termes d’autres vocabulaires", "Terms of other vocabularies"),
    "disjoint": ("Ensembles sans élément commun :", "Sets that share no member:"),
    "file-lost": ("sans :", "without:"),
    "file-part": ("en partie :", "in part:"),
}
