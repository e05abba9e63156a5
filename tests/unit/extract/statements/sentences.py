"""Own sentences with their grammar written out, so that the tests of the statement rules need no language model.

A token is `text|lemma|part of speech|relation|head|features`; a lemma that equals the word in lower case is left out.
One line is one sentence. The grammar is what `corro.annotate` gave in November 2026, mistakes and all.
"""

# ruff: noqa: E501

from corro.model import Annotated, Document, Segment, SegmentKind, Sentence, Token
from corro.values import Language, Span

ENGLISH = {
    "denieddenial": (
        "The minister denied that he had ever denied the killing of nine villagers.",
        """The||DET|det|1|Definite=Def|PronType=Art minister||NOUN|nsubj|2|Number=Sing denied|deny|VERB|root|2|Tense=Past|VerbForm=Fin that||SCONJ|mark|7|_ he||PRON|nsubj|7|Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs had|have|AUX|aux|7|Tense=Past|VerbForm=Fin ever||ADV|advmod|7|_ denied|deny|VERB|ccomp|2|Aspect=Perf|Tense=Past|VerbForm=Part the||DET|det|9|Definite=Def|PronType=Art killing||NOUN|obj|7|Number=Sing of||ADP|case|12|_ nine||NUM|nummod|12|NumType=Card villagers|villager|NOUN|nmod|9|Number=Plur .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "byemail": (
        "In an e-mail to this newspaper, the minister wrote that the tax would end.",
        """In||ADP|case|2|_ an||DET|det|2|Definite=Ind|PronType=Art e||NOUN|obl|11|Number=Sing -||NOUN|nmod|2|Number=Sing mail||NOUN|nmod|2|Number=Sing to||ADP|case|7|_ this||DET|det|7|Number=Sing|PronType=Dem newspaper||NOUN|nmod|4|Number=Sing ,||PUNCT|punct|11|PunctType=Comm the||DET|det|10|Definite=Def|PronType=Art minister||NOUN|nsubj|11|Number=Sing wrote|write|VERB|root|11|Tense=Past|VerbForm=Fin that||SCONJ|mark|16|_ the||DET|det|14|Definite=Def|PronType=Art tax||NOUN|nsubj|16|Number=Sing would||AUX|aux|16|VerbForm=Fin end||VERB|ccomp|11|VerbForm=Inf .||PUNCT|punct|11|PunctType=Peri""",
    ),
    "pressroom": (
        "Facing a packed press room, the minister conceded that two sheets were missing.",
        """Facing|face|VERB|advcl|8|Aspect=Prog|Tense=Pres|VerbForm=Part a||DET|det|4|Definite=Ind|PronType=Art packed||ADJ|amod|4|Degree=Pos press||NOUN|compound|4|Number=Sing room||NOUN|obj|0|Number=Sing ,||PUNCT|punct|8|PunctType=Comm the||DET|det|7|Definite=Def|PronType=Art minister||NOUN|nsubj|8|Number=Sing conceded|concede|VERB|root|8|Tense=Past|VerbForm=Fin that||SCONJ|mark|13|_ two||NUM|nummod|11|NumType=Card sheets|sheet|NOUN|nsubj|13|Number=Plur were|be|AUX|aux|13|Mood=Ind|Tense=Past|VerbForm=Fin missing|miss|VERB|ccomp|8|Aspect=Prog|Tense=Pres|VerbForm=Part .||PUNCT|punct|8|PunctType=Peri""",
    ),
    "wentonair": (
        "The minister spoke on state television on Monday. She announced that the border would close.",
        """The||DET|det|1|Definite=Def|PronType=Art minister||NOUN|nsubj|2|Number=Sing spoke|speak|VERB|root|2|Tense=Past|VerbForm=Fin on||ADP|case|5|_ state||NOUN|compound|5|Number=Sing television||NOUN|obl|2|Number=Sing on||ADP|case|7|_ Monday||PROPN|obl|2|Number=Sing .||PUNCT|punct|2|PunctType=Peri
She||PRON|nsubj|10|Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs announced|announce|VERB|root|10|Tense=Past|VerbForm=Fin that||SCONJ|mark|15|_ the||DET|det|13|Definite=Def|PronType=Art border||NOUN|nsubj|15|Number=Sing would||AUX|aux|15|VerbForm=Fin close||VERB|ccomp|10|VerbForm=Inf .||PUNCT|punct|10|PunctType=Peri""",
    ),
    "unless": (
        "The union vowed to stop work unless the men are found.",
        """The||DET|det|1|Definite=Def|PronType=Art union||NOUN|nsubj|2|Number=Sing vowed|vow|VERB|root|2|Tense=Past|VerbForm=Fin to||PART|mark|4|_ stop||VERB|xcomp|2|VerbForm=Inf work||NOUN|obj|4|Number=Sing unless||SCONJ|mark|10|_ the||DET|det|8|Definite=Def|PronType=Art men|man|NOUN|nsubj:pass|10|Number=Plur are|be|AUX|aux:pass|10|Mood=Ind|Tense=Pres|VerbForm=Fin found|find|VERB|advcl|4|Aspect=Perf|Tense=Past|VerbForm=Part .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "forgery": (
        "The police called the document a forgery.",
        """The||DET|det|1|Definite=Def|PronType=Art police||NOUN|nsubj|2|Number=Sing called|call|VERB|root|2|Tense=Past|VerbForm=Fin the||DET|det|4|Definite=Def|PronType=Art document||NOUN|obj|2|Number=Sing a||DET|det|6|Definite=Ind|PronType=Art forgery||NOUN|xcomp|2|Number=Sing .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "ownloss": (
        "The army said five soldiers were killed.",
        """The||DET|det|1|Definite=Def|PronType=Art army||NOUN|nsubj|2|Number=Sing said|say|VERB|root|2|Tense=Past|VerbForm=Fin five||NUM|nummod|4|NumType=Card soldiers|soldier|NOUN|nsubj:pass|6|Number=Plur were|be|AUX|aux:pass|6|Mood=Ind|Tense=Past|VerbForm=Fin killed|kill|VERB|ccomp|2|Aspect=Perf|Tense=Past|VerbForm=Part .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "theorder": (
        "A guard said the order came by radio.",
        """A||DET|det|1|Definite=Ind|PronType=Art guard||NOUN|nsubj|2|Number=Sing said|say|VERB|root|2|Tense=Past|VerbForm=Fin the||DET|det|4|Definite=Def|PronType=Art order||NOUN|nsubj|5|Number=Sing came|come|VERB|ccomp|2|Tense=Past|VerbForm=Fin by||ADP|case|7|_ radio||NOUN|obl|5|Number=Sing .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "wontresign": (
        "The mayor said he would not resign.",
        """The||DET|det|1|Definite=Def|PronType=Art mayor||NOUN|nsubj|2|Number=Sing said|say|VERB|root|2|Tense=Past|VerbForm=Fin he||PRON|nsubj|6|Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs would||AUX|aux|6|VerbForm=Fin not||PART|advmod|6|Polarity=Neg resign||VERB|ccomp|2|VerbForm=Inf .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "passedon": (
        "The agency said a police spokesman told it that gunmen had killed two teachers.",
        """The||DET|det|1|Definite=Def|PronType=Art agency||NOUN|nsubj|2|Number=Sing said|say|VERB|root|2|Tense=Past|VerbForm=Fin a||DET|det|5|Definite=Ind|PronType=Art police||NOUN|compound|5|Number=Sing spokesman||NOUN|nsubj|6|Number=Sing told|tell|VERB|ccomp|2|Tense=Past|VerbForm=Fin it||PRON|obj|6|Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs that||SCONJ|mark|11|_ gunmen|gunman|NOUN|nsubj|11|Number=Plur had|have|AUX|aux|11|Tense=Past|VerbForm=Fin killed|kill|VERB|ccomp|6|Aspect=Perf|Tense=Past|VerbForm=Part two||NUM|nummod|13|NumType=Card teachers|teacher|NOUN|obj|11|Number=Plur .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "mustgo": (
        "The mayor said the governor must leave.",
        """The||DET|det|1|Definite=Def|PronType=Art mayor||NOUN|nsubj|2|Number=Sing said|say|VERB|root|2|Tense=Past|VerbForm=Fin the||DET|det|4|Definite=Def|PronType=Art governor||NOUN|nsubj|6|Number=Sing must||AUX|aux|6|VerbForm=Fin leave||VERB|ccomp|2|VerbForm=Inf .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "isclosing": (
        "The bank said it was closing two branches.",
        """The||DET|det|1|Definite=Def|PronType=Art bank||NOUN|nsubj|2|Number=Sing said|say|VERB|root|2|Tense=Past|VerbForm=Fin it||PRON|nsubj|5|Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs was|be|AUX|aux|5|Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin closing|close|VERB|ccomp|2|Aspect=Prog|Tense=Pres|VerbForm=Part two||NUM|nummod|7|NumType=Card branches|branch|NOUN|obj|5|Number=Plur .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "whichshe": (
        "Mayor Aminata Sow opened the school. The colonel said the bridge would hold. She said the school was ready.",
        """Mayor||PROPN|compound|2|Number=Sing Aminata||PROPN|compound|2|Number=Sing Sow||PROPN|nsubj|3|Number=Sing opened|open|VERB|root|3|Tense=Past|VerbForm=Fin the||DET|det|5|Definite=Def|PronType=Art school||NOUN|obj|3|Number=Sing .||PUNCT|punct|3|PunctType=Peri
The||DET|det|8|Definite=Def|PronType=Art colonel||NOUN|nsubj|9|Number=Sing said|say|VERB|root|9|Tense=Past|VerbForm=Fin the||DET|det|11|Definite=Def|PronType=Art bridge||NOUN|nsubj|13|Number=Sing would||AUX|aux|13|VerbForm=Fin hold||VERB|ccomp|9|VerbForm=Inf .||PUNCT|punct|9|PunctType=Peri
She||PRON|nsubj|16|Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs said|say|VERB|root|16|Tense=Past|VerbForm=Fin the||DET|det|18|Definite=Def|PronType=Art school||NOUN|nsubj|20|Number=Sing was|be|AUX|cop|20|Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin ready||ADJ|ccomp|16|Degree=Pos .||PUNCT|punct|16|PunctType=Peri""",
    ),
    "anyvehicle": (
        "The army said any vehicle would be destroyed.",
        """The||DET|det|1|Definite=Def|PronType=Art army||NOUN|nsubj|2|Number=Sing said|say|VERB|root|2|Tense=Past|VerbForm=Fin any||DET|det|4|_ vehicle||NOUN|nsubj:pass|7|Number=Sing would||AUX|aux|7|VerbForm=Fin be||AUX|aux:pass|7|VerbForm=Inf destroyed|destroy|VERB|ccomp|2|Aspect=Perf|Tense=Past|VerbForm=Part .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "deniedtwice": (
        "The army denied that it had denied the strike.",
        """The||DET|det|1|Definite=Def|PronType=Art army||NOUN|nsubj|2|Number=Sing denied|deny|VERB|root|2|Tense=Past|VerbForm=Fin that||SCONJ|mark|6|_ it||PRON|nsubj|6|Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs had|have|AUX|aux|6|Tense=Past|VerbForm=Fin denied|deny|VERB|ccomp|2|Aspect=Perf|Tense=Past|VerbForm=Part the||DET|det|8|Definite=Def|PronType=Art strike||NOUN|obj|6|Number=Sing .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "unnamed": (
        "He said the well was dry.",
        """He||PRON|nsubj|1|Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs said|say|VERB|root|1|Tense=Past|VerbForm=Fin the||DET|det|3|Definite=Def|PronType=Art well||NOUN|nsubj|5|Number=Sing was|be|AUX|cop|5|Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin dry||ADJ|ccomp|1|Degree=Pos .||PUNCT|punct|1|PunctType=Peri""",
    ),
    "confident": (
        "The mayor is confident that the bridge will open in May.",
        """The||DET|det|1|Definite=Def|PronType=Art mayor||NOUN|nsubj|3|Number=Sing is|be|AUX|cop|3|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin confident||ADJ|root|3|Degree=Pos that||SCONJ|mark|8|_ the||DET|det|6|Definite=Def|PronType=Art bridge||NOUN|nsubj|8|Number=Sing will||AUX|aux|8|VerbForm=Fin open||VERB|ccomp|3|VerbForm=Inf in||ADP|case|10|_ May||PROPN|obl|8|Number=Sing .||PUNCT|punct|3|PunctType=Peri""",
    ),
    "dashed": (
        "“We have waited three years for this road.” — Awa Sanogo, baker",
        """“|"|PUNCT|punct|3|PunctSide=Ini|PunctType=Quot We||PRON|nsubj|3|Case=Nom|Number=Plur|Person=1|PronType=Prs have||AUX|aux|3|Mood=Ind|Tense=Pres|VerbForm=Fin waited|wait|VERB|root|3|Aspect=Perf|Tense=Past|VerbForm=Part three||NUM|nummod|5|NumType=Card years|year|NOUN|obl:tmod|3|Number=Plur for||ADP|case|8|_ this||DET|det|8|Number=Sing|PronType=Dem road||NOUN|obl|3|Number=Sing .||PUNCT|punct|3|PunctType=Peri ”|"|PUNCT|punct|3|PunctSide=Fin|PunctType=Quot —||PUNCT|punct|13|_ Awa||PROPN|compound|13|Number=Sing Sanogo||PROPN|root|13|Number=Sing ,||PUNCT|punct|13|PunctType=Comm baker||PROPN|appos|13|Number=Sing""",
    ),
    "wouldnotsay": (
        "The army would not say who had fired.",
        """The||DET|det|1|Definite=Def|PronType=Art army||NOUN|nsubj|4|Number=Sing would||AUX|aux|4|VerbForm=Fin not||PART|advmod|4|Polarity=Neg say||VERB|root|4|VerbForm=Inf who||PRON|nsubj|7|_ had|have|AUX|aux|7|Tense=Past|VerbForm=Fin fired|fire|VERB|ccomp|4|Aspect=Perf|Tense=Past|VerbForm=Part .||PUNCT|punct|4|PunctType=Peri""",
    ),
    "feeds": (
        "The lake feeds three rivers and two canals.",
        """The||DET|det|1|Definite=Def|PronType=Art lake||NOUN|nsubj|2|Number=Sing feeds|feed|VERB|root|2|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin three||NUM|nummod|4|NumType=Card rivers|river|NOUN|obj|2|Number=Plur and||CCONJ|cc|7|ConjType=Cmp two||NUM|nummod|7|NumType=Card canals|canal|NOUN|conj|4|Number=Plur .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "clause": (
        "The prefect said on Tuesday that armed men had burnt two granaries in Sobane.",
        """The||DET|det|1|Definite=Def|PronType=Art prefect||NOUN|nsubj|2|Number=Sing said|say|VERB|root|2|Tense=Past|VerbForm=Fin on||ADP|case|4|_ Tuesday||PROPN|obl|2|Number=Sing that||SCONJ|mark|9|_ armed||ADJ|amod|7|Degree=Pos men|man|NOUN|nsubj|9|Number=Plur had|have|AUX|aux|9|Tense=Past|VerbForm=Fin burnt|burn|VERB|ccomp|2|Aspect=Perf|Tense=Past|VerbForm=Part two||NUM|nummod|11|NumType=Card granaries|granary|NOUN|obj|9|Number=Plur in||ADP|case|13|_ Sobane||PROPN|obl|9|Number=Sing .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "bare": (
        "The junta said it had given the envoy three days to leave.",
        """The||DET|det|1|Definite=Def|PronType=Art junta||PROPN|nsubj|2|Number=Sing said|say|VERB|root|2|Tense=Past|VerbForm=Fin it||PRON|nsubj|5|Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs had|have|AUX|aux|5|Tense=Past|VerbForm=Fin given|give|VERB|ccomp|2|Aspect=Perf|Tense=Past|VerbForm=Part the||DET|det|7|Definite=Def|PronType=Art envoy||NOUN|iobj|5|Number=Sing three||NUM|nummod|9|NumType=Card days|day|NOUN|obj|5|Number=Plur to||PART|mark|11|_ leave||VERB|acl:relcl|9|VerbForm=Inf .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "after": (
        "“We found the well poisoned,” said Nurse Adama Telly, who runs the clinic.",
        """“|"|PUNCT|punct|8|PunctSide=Ini|PunctType=Quot We||PRON|nsubj|2|Case=Nom|Number=Plur|Person=1|PronType=Prs found|find|VERB|ccomp|8|Tense=Past|VerbForm=Fin the||DET|det|5|Definite=Def|PronType=Art well||ADV|advmod|5|Degree=Pos poisoned|poison|VERB|ccomp|2|Aspect=Perf|Tense=Past|VerbForm=Part ,||PUNCT|punct|8|PunctType=Comm ”|"|PUNCT|punct|8|PunctSide=Fin|PunctType=Quot said|say|VERB|root|8|Tense=Past|VerbForm=Fin Nurse||PROPN|compound|11|Number=Sing Adama||PROPN|compound|11|Number=Sing Telly||PROPN|nsubj|8|Number=Sing ,||PUNCT|punct|11|PunctType=Comm who||PRON|nsubj|14|_ runs|run|VERB|acl:relcl|11|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin the||DET|det|16|Definite=Def|PronType=Art clinic||NOUN|obj|14|Number=Sing .||PUNCT|punct|8|PunctType=Peri""",
    ),
    "pronoun": (
        "“Nobody came to help us,” she added.",
        """“|"|PUNCT|punct|9|PunctSide=Ini|PunctType=Quot Nobody||PRON|nsubj|2|Number=Sing|PronType=Ind came|come|VERB|ccomp|9|Tense=Past|VerbForm=Fin to||PART|mark|4|_ help||VERB|advcl|2|VerbForm=Inf us|we|PRON|obj|4|Case=Acc|Number=Plur|Person=1|PronType=Prs ,||PUNCT|punct|9|PunctType=Comm ”|"|PUNCT|punct|9|PunctSide=Fin|PunctType=Quot she||PRON|nsubj|9|Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs added|add|VERB|root|9|Tense=Past|VerbForm=Fin .||PUNCT|punct|9|PunctType=Peri""",
    ),
    "interrupted": (
        "“The road is closed,” the driver said, “and nobody will open it.”",
        """“|"|PUNCT|punct|9|PunctSide=Ini|PunctType=Quot The||DET|det|2|Definite=Def|PronType=Art road||NOUN|nsubj|4|Number=Sing is|be|AUX|cop|4|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin closed||ADJ|ccomp|9|Degree=Pos ,||PUNCT|punct|9|PunctType=Comm ”|"|PUNCT|punct|9|PunctSide=Fin|PunctType=Quot the||DET|det|8|Definite=Def|PronType=Art driver||NOUN|nsubj|9|Number=Sing said|say|VERB|root|9|Tense=Past|VerbForm=Fin ,||PUNCT|punct|9|PunctType=Comm “|"|PUNCT|punct|9|PunctSide=Ini|PunctType=Quot and||CCONJ|cc|15|ConjType=Cmp nobody||PRON|nsubj|15|Number=Sing|PronType=Ind will||AUX|aux|15|VerbForm=Fin open||VERB|conj|9|VerbForm=Inf it||PRON|obj|15|Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs .||PUNCT|punct|15|PunctType=Peri ”|"|PUNCT|punct|9|PunctSide=Fin|PunctType=Quot""",
    ),
    "colon": (
        "The old man shook his head: “They took the cattle.”",
        """The||DET|det|2|Definite=Def|PronType=Art old||ADJ|amod|2|Degree=Pos man||NOUN|nsubj|3|Number=Sing shook|shake|VERB|ccomp|9|Tense=Past|VerbForm=Fin his||PRON|nmod:poss|5|Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs head||NOUN|obj|3|Number=Sing :||PUNCT|punct|3|_ “|"|PUNCT|punct|3|PunctSide=Ini|PunctType=Quot They||PRON|nsubj|9|Case=Nom|Number=Plur|Person=3|PronType=Prs took|take|VERB|root|9|Tense=Past|VerbForm=Fin the||DET|det|11|Definite=Def|PronType=Art cattle||NOUN|obj|9|Number=Plur .||PUNCT|punct|9|PunctType=Peri ”|"|PUNCT|punct|9|PunctSide=Fin|PunctType=Quot""",
    ),
    "accused": (
        "Government spokesman Colonel Issa Baro accused Jean Doli, head of the mission’s rights section, of bias in the choice of witnesses.",
        """Government||NOUN|compound|1|Number=Sing spokesman||NOUN|compound|4|Number=Sing Colonel||PROPN|compound|4|Number=Sing Issa||PROPN|compound|4|Number=Sing Baro||PROPN|nsubj|5|Number=Sing accused|accuse|VERB|root|5|Tense=Past|VerbForm=Fin Jean||PROPN|compound|7|Number=Sing Doli||PROPN|obj|5|Number=Sing ,||PUNCT|punct|7|PunctType=Comm head||NOUN|appos|7|Number=Sing of||ADP|case|15|_ the||DET|det|12|Definite=Def|PronType=Art mission||NOUN|nmod:poss|15|Number=Sing ’s|'s|PART|case|12|_ rights|right|NOUN|compound|15|Number=Plur section||NOUN|nmod|9|Number=Sing ,||PUNCT|punct|7|PunctType=Comm of||ADP|case|18|_ bias||NOUN|obl|5|Number=Sing in||ADP|case|21|_ the||DET|det|21|Definite=Def|PronType=Art choice||NOUN|nmod|18|Number=Sing of||ADP|case|23|_ witnesses|witness|NOUN|nmod|21|Number=Plur .||PUNCT|punct|5|PunctType=Peri""",
    ),
    "blamed": (
        "The governor blamed the blast on smugglers.",
        """The||DET|det|1|Definite=Def|PronType=Art governor||NOUN|nsubj|2|Number=Sing blamed|blame|VERB|root|2|Tense=Past|VerbForm=Fin the||DET|det|4|Definite=Def|PronType=Art blast||NOUN|obj|2|Number=Sing on||ADP|case|6|_ smugglers|smuggler|NOUN|obl|2|Number=Plur .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "described": (
        "The minister described the report as “a novel without an author”.",
        """The||DET|det|1|Definite=Def|PronType=Art minister||NOUN|nsubj|2|Number=Sing described|describe|VERB|root|2|Tense=Past|VerbForm=Fin the||DET|det|4|Definite=Def|PronType=Art report||NOUN|obj|2|Number=Sing as||ADP|case|8|_ “|"|PUNCT|punct|8|PunctSide=Ini|PunctType=Quot a||DET|det|8|Definite=Ind|PronType=Art novel||NOUN|obl|2|Number=Sing without||ADP|case|11|_ an||DET|det|11|Definite=Ind|PronType=Art author||NOUN|nmod|8|Number=Sing ”|"|PUNCT|punct|2|PunctSide=Fin|PunctType=Quot .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "denied": (
        "The army denied the claim that its soldiers had looted the market, calling it “a fable”.",
        """The||DET|det|1|Definite=Def|PronType=Art army||NOUN|nsubj|2|Number=Sing denied|deny|VERB|root|2|Tense=Past|VerbForm=Fin the||DET|det|4|Definite=Def|PronType=Art claim||NOUN|obj|2|Number=Sing that||SCONJ|mark|9|_ its||PRON|nmod:poss|7|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs soldiers|soldier|NOUN|nsubj|9|Number=Plur had|have|AUX|aux|9|Tense=Past|VerbForm=Fin looted|loot|VERB|acl|4|Aspect=Perf|Tense=Past|VerbForm=Part the||DET|det|11|Definite=Def|PronType=Art market||NOUN|obj|9|Number=Sing ,||PUNCT|punct|2|PunctType=Comm calling|call|VERB|advcl|2|Aspect=Prog|Tense=Pres|VerbForm=Part it||PRON|obj|13|Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs “|"|PUNCT|punct|13|PunctSide=Ini|PunctType=Quot a||DET|det|17|Definite=Ind|PronType=Art fable||NOUN|xcomp|13|Number=Sing ”|"|PUNCT|punct|13|PunctSide=Fin|PunctType=Quot .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "opposed": (
        "The government has opposed the new base, saying it violates the treaty.",
        """The||DET|det|1|Definite=Def|PronType=Art government||NOUN|nsubj|3|Number=Sing has|have|AUX|aux|3|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin opposed|oppose|VERB|root|3|Aspect=Perf|Tense=Past|VerbForm=Part the||DET|det|6|Definite=Def|PronType=Art new||ADJ|amod|6|Degree=Pos base||NOUN|obj|3|Number=Sing ,||PUNCT|punct|3|PunctType=Comm saying|say|VERB|advcl|3|Aspect=Prog|Tense=Pres|VerbForm=Part it||PRON|nsubj|10|Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs violates|violate|VERB|ccomp|8|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin the||DET|det|12|Definite=Def|PronType=Art treaty||NOUN|obj|10|Number=Sing .||PUNCT|punct|3|PunctType=Peri""",
    ),
    "vowed": (
        "The council has vowed to crush any resistance.",
        """The||DET|det|1|Definite=Def|PronType=Art council||NOUN|nsubj|3|Number=Sing has|have|AUX|aux|3|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin vowed|vow|VERB|root|3|Aspect=Perf|Tense=Past|VerbForm=Part to||PART|mark|5|_ crush||VERB|xcomp|3|VerbForm=Inf any||DET|det|7|_ resistance||NOUN|obj|5|Number=Sing .||PUNCT|punct|3|PunctType=Peri""",
    ),
    "urged": (
        "The bishop urged both camps to spare the school.",
        """The||DET|det|1|Definite=Def|PronType=Art bishop||NOUN|nsubj|2|Number=Sing urged|urge|VERB|root|2|Tense=Past|VerbForm=Fin both||DET|det|4|_ camps|camp|NOUN|obj|2|Number=Plur to||PART|mark|6|_ spare||VERB|xcomp|2|VerbForm=Inf the||DET|det|8|Definite=Def|PronType=Art school||NOUN|obj|6|Number=Sing .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "called": (
        "UN experts called on January 31 for an inquiry into possible war crimes, purportedly committed by the army and its partners.",
        """UN||PROPN|compound|1|Number=Sing experts|expert|NOUN|nsubj|2|Number=Plur called|call|VERB|root|2|Tense=Past|VerbForm=Fin on||ADP|case|4|_ January||PROPN|obl|2|Number=Sing 31||NUM|nummod|4|NumType=Card for||ADP|case|8|_ an||DET|det|8|Definite=Ind|PronType=Art inquiry||NOUN|obl|2|Number=Sing into||ADP|case|12|_ possible||ADJ|amod|12|Degree=Pos war||NOUN|compound|12|Number=Sing crimes|crime|NOUN|nmod|8|Number=Plur ,||PUNCT|punct|2|PunctType=Comm purportedly||ADV|advmod|15|_ committed|commit|VERB|advcl|2|Aspect=Perf|Tense=Past|VerbForm=Part by||ADP|case|18|_ the||DET|det|18|Definite=Def|PronType=Art army||NOUN|obl:agent|15|Number=Sing and||CCONJ|cc|21|ConjType=Cmp its||PRON|nmod:poss|21|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs partners|partner|NOUN|conj|18|Number=Plur .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "according": (
        "According to the mayor, three houses were burnt.",
        """According||ADP|case|3|Aspect=Prog|Tense=Pres|VerbForm=Part to||ADP|case|3|_ the||DET|det|3|Definite=Def|PronType=Art mayor||NOUN|obl|8|Number=Sing ,||PUNCT|punct|8|PunctType=Comm three||NUM|nummod|6|NumType=Card houses|house|NOUN|nsubj:pass|8|Number=Plur were|be|AUX|aux:pass|8|Mood=Ind|Tense=Past|VerbForm=Fin burnt|burn|VERB|root|8|Aspect=Perf|Tense=Past|VerbForm=Part .||PUNCT|punct|8|PunctType=Peri""",
    ),
    "behind": (
        "Three houses were burnt, according to a health worker.",
        """Three||NUM|nummod|1|NumType=Card houses|house|NOUN|nsubj:pass|3|Number=Plur were|be|AUX|aux:pass|3|Mood=Ind|Tense=Past|VerbForm=Fin burnt|burn|VERB|root|3|Aspect=Perf|Tense=Past|VerbForm=Part ,||PUNCT|punct|3|PunctType=Comm according||ADP|case|9|Aspect=Prog|Tense=Pres|VerbForm=Part to||ADP|case|9|_ a||DET|det|9|Definite=Ind|PronType=Art health||NOUN|compound|9|Number=Sing worker||NOUN|obl|3|Number=Sing .||PUNCT|punct|3|PunctType=Peri""",
    ),
    "believed": (
        "At least two of the guards are believed to have fled.",
        """At||ADV|advmod|1|_ least||ADV|advmod|2|Degree=Sup two||NUM|nsubj:pass|7|NumType=Card of||ADP|case|5|_ the||DET|det|5|Definite=Def|PronType=Art guards|guard|NOUN|nmod|2|Number=Plur are|be|AUX|aux:pass|7|Mood=Ind|Tense=Pres|VerbForm=Fin believed|believe|VERB|root|7|Aspect=Perf|Tense=Past|VerbForm=Part to||PART|mark|10|_ have||AUX|aux|10|VerbForm=Inf fled|flee|VERB|xcomp|7|Aspect=Perf|Tense=Past|VerbForm=Part .||PUNCT|punct|7|PunctType=Peri""",
    ),
    "impersonal": (
        "It was claimed that the convoy had been sold.",
        """It||PRON|nsubj:pass|2|Gender=Neut|Number=Sing|Person=3|PronType=Prs was|be|AUX|aux:pass|2|Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin claimed|claim|VERB|root|2|Aspect=Perf|Tense=Past|VerbForm=Part that||SCONJ|mark|8|_ the||DET|det|5|Definite=Def|PronType=Art convoy||NOUN|nsubj:pass|8|Number=Sing had|have|AUX|aux|8|Tense=Past|VerbForm=Fin been|be|AUX|aux:pass|8|Tense=Past|VerbForm=Part sold|sell|VERB|ccomp|2|Aspect=Perf|Tense=Past|VerbForm=Part .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "inserted": (
        "The bridge was mined, the colonel said.",
        """The||DET|det|1|Definite=Def|PronType=Art bridge||NOUN|nsubj:pass|3|Number=Sing was|be|AUX|aux:pass|3|Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin mined|mine|VERB|ccomp|7|Aspect=Perf|Tense=Past|VerbForm=Part ,||PUNCT|punct|7|PunctType=Comm the||DET|det|6|Definite=Def|PronType=Art colonel||NOUN|nsubj|7|Number=Sing said|say|VERB|root|7|Tense=Past|VerbForm=Fin .||PUNCT|punct|7|PunctType=Peri""",
    ),
    "nobodywas": (
        "No one was hurt and the market opened at dawn.",
        """No||DET|det|1|_ one||NOUN|nsubj:pass|3|Number=Sing was|be|AUX|aux:pass|3|Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin hurt||VERB|root|3|Aspect=Perf|Tense=Past|VerbForm=Part and||CCONJ|cc|7|ConjType=Cmp the||DET|det|6|Definite=Def|PronType=Art market||NOUN|nsubj|7|Number=Sing opened|open|VERB|conj|3|Tense=Past|VerbForm=Fin at||ADP|case|9|_ dawn||NOUN|obl|7|Number=Sing .||PUNCT|punct|7|PunctType=Peri""",
    ),
    "negated": (
        "The spokesman did not say that the base would close.",
        """The||DET|det|1|Definite=Def|PronType=Art spokesman||NOUN|nsubj|4|Number=Sing did|do|AUX|aux|4|Tense=Past|VerbForm=Fin not||PART|advmod|4|Polarity=Neg say||VERB|root|4|VerbForm=Inf that||SCONJ|mark|9|_ the||DET|det|7|Definite=Def|PronType=Art base||NOUN|nsubj|9|Number=Sing would||AUX|aux|9|VerbForm=Fin close||VERB|ccomp|4|VerbForm=Inf .||PUNCT|punct|4|PunctType=Peri""",
    ),
    "tv": (
        "In a statement read on TV, the spokesman, Colonel Issa Baro, announced the closure of the border.",
        """In||ADP|case|2|_ a||DET|det|2|Definite=Ind|PronType=Art statement||NOUN|obl|14|Number=Sing read||VERB|acl|2|Aspect=Perf|Tense=Past|VerbForm=Part on||ADP|case|5|_ TV||NOUN|obl|3|Number=Sing ,||PUNCT|punct|14|PunctType=Comm the||DET|det|8|Definite=Def|PronType=Art spokesman||NOUN|nsubj|14|Number=Sing ,||PUNCT|punct|8|PunctType=Comm Colonel||PROPN|compound|12|Number=Sing Issa||PROPN|compound|12|Number=Sing Baro||PROPN|appos|8|Number=Sing ,||PUNCT|punct|8|PunctType=Comm announced|announce|VERB|root|14|Tense=Past|VerbForm=Fin the||DET|det|16|Definite=Def|PronType=Art closure||NOUN|obj|14|Number=Sing of||ADP|case|19|_ the||DET|det|19|Definite=Def|PronType=Art border||NOUN|nmod|16|Number=Sing .||PUNCT|punct|14|PunctType=Peri""",
    ),
    "nested": (
        "“The sergeant told us: ‘Leave before noon,’” said a herder.",
        """“|"|PUNCT|punct|13|PunctSide=Ini|PunctType=Quot The||DET|det|2|Definite=Def|PronType=Art sergeant||NOUN|nsubj|3|Number=Sing told|tell|VERB|ccomp|13|Tense=Past|VerbForm=Fin us|we|PRON|obj|3|Case=Acc|Number=Plur|Person=1|PronType=Prs :||PUNCT|punct|3|_ ‘|'|PUNCT|punct|3|PunctSide=Ini|PunctType=Quot Leave||VERB|xcomp|3|VerbForm=Inf before||ADP|case|9|_ noon||NOUN|obl|7|Number=Sing ,||PUNCT|punct|13|PunctType=Comm ’|'|PUNCT|punct|13|PunctSide=Fin|PunctType=Quot ”|"|PUNCT|punct|13|PunctSide=Fin|PunctType=Quot said|say|VERB|root|13|Tense=Past|VerbForm=Fin a||DET|det|15|Definite=Ind|PronType=Art herder||NOUN|nsubj|13|Number=Sing .||PUNCT|punct|13|PunctType=Peri""",
    ),
    "asaying": (
        "The weekly quoted the prefect as saying that the dam was safe.",
        """The||DET|det|1|Definite=Def|PronType=Art weekly||NOUN|nsubj|2|Number=Sing quoted|quote|VERB|root|2|Tense=Past|VerbForm=Fin the||DET|det|4|Definite=Def|PronType=Art prefect||NOUN|obj|2|Number=Sing as||ADP|mark|6|_ saying|say|VERB|advcl|2|Aspect=Prog|Tense=Pres|VerbForm=Part that||SCONJ|mark|11|_ the||DET|det|9|Definite=Def|PronType=Art dam||NOUN|nsubj|11|Number=Sing was|be|AUX|cop|11|Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin safe||ADJ|ccomp|6|Degree=Pos .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "sign": (
        "A sign in the hall reads “Quiet please”.",
        """A||DET|det|1|Definite=Ind|PronType=Art sign||NOUN|nsubj|5|Number=Sing in||ADP|case|4|_ the||DET|det|4|Definite=Def|PronType=Art hall||NOUN|nmod|1|Number=Sing reads|read|VERB|root|5|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin “|"|PUNCT|punct|5|PunctSide=Ini|PunctType=Quot Quiet||ADJ|xcomp|5|Degree=Pos please||ADV|advmod|5|_ ”|"|PUNCT|punct|5|PunctSide=Fin|PunctType=Quot .||PUNCT|punct|5|PunctType=Peri""",
    ),
    "two": (
        "The spokesman, Colonel Issa Baro, announced the closure of the border. He said the order would last a week.",
        """The||DET|det|1|Definite=Def|PronType=Art spokesman||NOUN|nsubj|7|Number=Sing ,||PUNCT|punct|1|PunctType=Comm Colonel||PROPN|compound|5|Number=Sing Issa||PROPN|compound|5|Number=Sing Baro||PROPN|appos|1|Number=Sing ,||PUNCT|punct|1|PunctType=Comm announced|announce|VERB|root|7|Tense=Past|VerbForm=Fin the||DET|det|9|Definite=Def|PronType=Art closure||NOUN|obj|7|Number=Sing of||ADP|case|12|_ the||DET|det|12|Definite=Def|PronType=Art border||NOUN|nmod|9|Number=Sing .||PUNCT|punct|7|PunctType=Peri
He||PRON|nsubj|15|Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs said|say|VERB|root|15|Tense=Past|VerbForm=Fin the||DET|det|17|Definite=Def|PronType=Art order||NOUN|nsubj|19|Number=Sing would||AUX|aux|19|VerbForm=Fin last||VERB|ccomp|15|VerbForm=Inf a||DET|det|21|Definite=Ind|PronType=Art week||NOUN|obl:tmod|19|Number=Sing .||PUNCT|punct|15|PunctType=Peri""",
    ),
    "likenames": (
        "Sergeant Lamin Conte opened the gate. Captain Bado Conte closed it. Conte said nobody had paid.",
        """Sergeant||PROPN|compound|2|Number=Sing Lamin||PROPN|compound|2|Number=Sing Conte||PROPN|nsubj|3|Number=Sing opened|open|VERB|root|3|Tense=Past|VerbForm=Fin the||DET|det|5|Definite=Def|PronType=Art gate||NOUN|obj|3|Number=Sing .||PUNCT|punct|3|PunctType=Peri
Captain||PROPN|compound|9|Number=Sing Bado||PROPN|compound|9|Number=Sing Conte||PROPN|nsubj|10|Number=Sing closed|close|VERB|root|10|Tense=Past|VerbForm=Fin it||PRON|obj|10|Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs .||PUNCT|punct|10|PunctType=Peri
Conte||PROPN|nsubj|14|Number=Sing said|say|VERB|root|14|Tense=Past|VerbForm=Fin nobody||PRON|nsubj|17|Number=Sing|PronType=Ind had|have|AUX|aux|17|Tense=Past|VerbForm=Fin paid|pay|VERB|ccomp|14|Aspect=Perf|Tense=Past|VerbForm=Part .||PUNCT|punct|14|PunctType=Peri""",
    ),
    "briefed": (
        "The panel met for the last such briefing, which took place on January 27. During the briefing, activist Mariam Keldou denounced the killings in Sobane.",
        """The||DET|det|1|Definite=Def|PronType=Art panel||NOUN|nsubj|2|Number=Sing met|meet|VERB|root|2|Tense=Past|VerbForm=Fin for||ADP|case|7|_ the||DET|det|7|Definite=Def|PronType=Art last||ADJ|amod|7|Degree=Pos such||ADJ|amod|7|Degree=Pos briefing||NOUN|obl|2|Number=Sing ,||PUNCT|punct|7|PunctType=Comm which||PRON|nsubj|10|_ took|take|VERB|acl:relcl|7|Tense=Past|VerbForm=Fin place||NOUN|obj|10|Number=Sing on||ADP|case|13|_ January||PROPN|obl|10|Number=Sing 27||NUM|nummod|13|NumType=Card .||PUNCT|punct|2|PunctType=Peri
During||ADP|case|18|_ the||DET|det|18|Definite=Def|PronType=Art briefing||NOUN|obl|23|Number=Sing ,||PUNCT|punct|23|PunctType=Comm activist||NOUN|compound|22|Number=Sing Mariam||PROPN|compound|22|Number=Sing Keldou||PROPN|nsubj|23|Number=Sing denounced|denounce|VERB|root|23|Tense=Past|VerbForm=Fin the||DET|det|25|Definite=Def|PronType=Art killings|killing|NOUN|obj|23|Number=Plur in||ADP|case|27|_ Sobane||PROPN|nmod|25|Number=Sing .||PUNCT|punct|23|PunctType=Peri""",
    ),
    "nogroup": (
        "No group has claimed the attack.",
        """No||DET|det|1|_ group||NOUN|nsubj|3|Number=Sing has|have|AUX|aux|3|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin claimed|claim|VERB|root|3|Aspect=Perf|Tense=Past|VerbForm=Part the||DET|det|5|Definite=Def|PronType=Art attack||NOUN|obj|3|Number=Sing .||PUNCT|punct|3|PunctType=Peri""",
    ),
    "nobodysaid": (
        "None of the drivers said that the road was mined.",
        """None||NOUN|nsubj|4|Number=Sing of||ADP|case|3|_ the||DET|det|3|Definite=Def|PronType=Art drivers|driver|NOUN|nmod|0|Number=Plur said|say|VERB|root|4|Tense=Past|VerbForm=Fin that||SCONJ|mark|9|_ the||DET|det|7|Definite=Def|PronType=Art road||NOUN|nsubj:pass|9|Number=Sing was|be|AUX|aux:pass|9|Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin mined|mine|VERB|ccomp|4|Aspect=Perf|Tense=Past|VerbForm=Part .||PUNCT|punct|4|PunctType=Peri""",
    ),
    "owned": (
        "The group left on Monday, according to its director, Aline Mercy.",
        """The||DET|det|1|Definite=Def|PronType=Art group||NOUN|nsubj|2|Number=Sing left|leave|VERB|root|2|Tense=Past|VerbForm=Fin on||ADP|case|4|_ Monday||PROPN|obl|2|Number=Sing ,||PUNCT|punct|2|PunctType=Comm according||ADP|case|9|Aspect=Prog|Tense=Pres|VerbForm=Part to||ADP|case|9|_ its||PRON|nmod:poss|9|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs director||NOUN|obl|2|Number=Sing ,||PUNCT|punct|9|PunctType=Comm Aline||PROPN|compound|12|Number=Sing Mercy||PROPN|appos|9|Number=Sing .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "signed": (
        "The statement, signed by Colonel Issa Baro, said that two guards had died. The text added that the road was shut.",
        """The||DET|det|1|Definite=Def|PronType=Art statement||NOUN|nsubj|9|Number=Sing ,||PUNCT|punct|1|PunctType=Comm signed|sign|VERB|acl|1|Aspect=Perf|Tense=Past|VerbForm=Part by||ADP|case|7|_ Colonel||PROPN|compound|7|Number=Sing Issa||PROPN|compound|7|Number=Sing Baro||PROPN|obl:agent|3|Number=Sing ,||PUNCT|punct|1|PunctType=Comm said|say|VERB|root|9|Tense=Past|VerbForm=Fin that||SCONJ|mark|14|_ two||NUM|nummod|12|NumType=Card guards|guard|NOUN|nsubj|14|Number=Plur had|have|AUX|aux|14|Tense=Past|VerbForm=Fin died|die|VERB|ccomp|9|Aspect=Perf|Tense=Past|VerbForm=Part .||PUNCT|punct|9|PunctType=Peri
The||DET|det|17|Definite=Def|PronType=Art text||NOUN|nsubj|18|Number=Sing added|add|VERB|root|18|Tense=Past|VerbForm=Fin that||SCONJ|mark|23|_ the||DET|det|21|Definite=Def|PronType=Art road||NOUN|nsubj:pass|23|Number=Sing was|be|AUX|aux:pass|23|Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin shut||VERB|ccomp|18|Aspect=Perf|Tense=Past|VerbForm=Part .||PUNCT|punct|18|PunctType=Peri""",
    ),
    "decision": (
        "The decision said that the camp must close.",
        """The||DET|det|1|Definite=Def|PronType=Art decision||NOUN|nsubj|2|Number=Sing said|say|VERB|root|2|Tense=Past|VerbForm=Fin that||SCONJ|mark|7|_ the||DET|det|5|Definite=Def|PronType=Art camp||NOUN|nsubj|7|Number=Sing must||AUX|aux|7|VerbForm=Fin close||VERB|ccomp|2|VerbForm=Inf .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "recalled": (
        "He recalled that, according to the mayor, ten flights had been refused.",
        """He||PRON|nsubj|1|Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs recalled|recall|VERB|root|1|Tense=Past|VerbForm=Fin that||SCONJ|mark|13|_ ,||PUNCT|punct|13|PunctType=Comm according||ADP|case|7|Aspect=Prog|Tense=Pres|VerbForm=Part to||ADP|case|7|_ the||DET|det|7|Definite=Def|PronType=Art mayor||NOUN|obl|13|Number=Sing ,||PUNCT|punct|13|PunctType=Comm ten||NUM|nummod|10|NumType=Card flights|flight|NOUN|nsubj:pass|13|Number=Plur had|have|AUX|aux|13|Tense=Past|VerbForm=Fin been|be|AUX|aux:pass|13|Tense=Past|VerbForm=Part refused|refuse|VERB|ccomp|1|Aspect=Perf|Tense=Past|VerbForm=Part .||PUNCT|punct|1|PunctType=Peri""",
    ),
    "occasions": (
        "On ten occasions, he said, the guards had turned the convoy back.",
        """On||ADP|case|2|_ ten||NUM|nummod|2|NumType=Card occasions|occasion|NOUN|obl|10|Number=Plur ,||PUNCT|punct|5|PunctType=Comm he||PRON|nsubj|5|Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs said|say|VERB|parataxis|10|Tense=Past|VerbForm=Fin ,||PUNCT|punct|5|PunctType=Comm the||DET|det|8|Definite=Def|PronType=Art guards|guard|NOUN|nsubj|10|Number=Plur had|have|AUX|aux|10|Tense=Past|VerbForm=Fin turned|turn|VERB|root|10|Aspect=Perf|Tense=Past|VerbForm=Part the||DET|det|12|Definite=Def|PronType=Art convoy||NOUN|obj|10|Number=Sing back||ADV|advmod|10|_ .||PUNCT|punct|10|PunctType=Peri""",
    ),
    "expelled": (
        "The ministry declared him persona non grata.",
        """The||DET|det|1|Definite=Def|PronType=Art ministry||NOUN|nsubj|2|Number=Sing declared|declare|VERB|root|2|Tense=Past|VerbForm=Fin him|he|PRON|nsubj|4|Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs persona||VERB|ccomp|2|VerbForm=Inf non||ADJ|nmod:poss|6|Hyph=Yes grata||PROPN|obj|4|Number=Sing .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "refused": (
        "The authorities denied nine flight requests.",
        """The||DET|det|1|Definite=Def|PronType=Art authorities|authority|NOUN|nsubj|2|Number=Plur denied|deny|VERB|root|2|Tense=Past|VerbForm=Fin nine||NUM|nummod|5|NumType=Card flight||NOUN|compound|5|Number=Sing requests|request|NOUN|obj|2|Number=Plur .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "counted": (
        "According to the government ten herders died.",
        """According||ADP|case|3|Aspect=Prog|Tense=Pres|VerbForm=Part to||ADP|case|3|_ the||DET|det|3|Definite=Def|PronType=Art government||NOUN|obl|6|Number=Sing ten||NUM|nummod|5|NumType=Card herders|herder|NOUN|nsubj|6|Number=Plur died|die|VERB|root|6|Tense=Past|VerbForm=Fin .||PUNCT|punct|6|PunctType=Peri""",
    ),
    "ownkilling": (
        "The army said it had killed ten rebels.",
        """The||DET|det|1|Definite=Def|PronType=Art army||NOUN|nsubj|2|Number=Sing said|say|VERB|root|2|Tense=Past|VerbForm=Fin it||PRON|nsubj|5|Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs had|have|AUX|aux|5|Tense=Past|VerbForm=Fin killed|kill|VERB|ccomp|2|Aspect=Perf|Tense=Past|VerbForm=Part ten||NUM|nummod|7|NumType=Card rebels|rebel|NOUN|obj|5|Number=Plur .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "spared": (
        "The army said it had not shot any herder.",
        """The||DET|det|1|Definite=Def|PronType=Art army||NOUN|nsubj|2|Number=Sing said|say|VERB|root|2|Tense=Past|VerbForm=Fin it||PRON|nsubj|6|Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs had|have|AUX|aux|6|Tense=Past|VerbForm=Fin not||PART|advmod|6|Polarity=Neg shot|shoot|VERB|ccomp|2|Aspect=Perf|Tense=Past|VerbForm=Part any||DET|det|8|_ herder||NOUN|obj|6|Number=Sing .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "only": (
        "The army said that only rebels were killed.",
        """The||DET|det|1|Definite=Def|PronType=Art army||NOUN|nsubj|2|Number=Sing said|say|VERB|root|2|Tense=Past|VerbForm=Fin that||SCONJ|mark|7|_ only||ADJ|amod|5|Degree=Pos rebels|rebel|NOUN|nsubj:pass|7|Number=Plur were|be|AUX|aux:pass|7|Mood=Ind|Tense=Past|VerbForm=Fin killed|kill|VERB|ccomp|2|Aspect=Perf|Tense=Past|VerbForm=Part .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "law": (
        "The minister said that the order was well founded in law.",
        """The||DET|det|1|Definite=Def|PronType=Art minister||NOUN|nsubj|2|Number=Sing said|say|VERB|root|2|Tense=Past|VerbForm=Fin that||SCONJ|mark|8|_ the||DET|det|5|Definite=Def|PronType=Art order||NOUN|nsubj:pass|8|Number=Sing was|be|AUX|aux:pass|8|Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin well||ADV|advmod|8|Degree=Pos founded|found|VERB|ccomp|2|Aspect=Perf|Tense=Past|VerbForm=Part in||ADP|case|10|_ law||NOUN|obl|8|Number=Sing .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "marked": (
        'The mayor said he was "worried," adding that the well was dry.',
        """The||DET|det|1|Definite=Def|PronType=Art mayor||NOUN|nsubj|2|Number=Sing said|say|VERB|root|2|Tense=Past|VerbForm=Fin he||PRON|nsubj|6|Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs was|be|AUX|cop|6|Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin "||PUNCT|punct|6|PunctSide=Ini|PunctType=Quot worried||ADJ|ccomp|2|Degree=Pos ,||PUNCT|punct|6|PunctType=Comm "||PUNCT|punct|2|PunctSide=Fin|PunctType=Quot adding|add|VERB|advcl|2|Aspect=Prog|Tense=Pres|VerbForm=Part that||SCONJ|mark|14|_ the||DET|det|12|Definite=Def|PronType=Art well||NOUN|nsubj|14|Number=Sing was|be|AUX|cop|14|Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin dry||ADJ|ccomp|9|Degree=Pos .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "aside": (
        "“The well is dry,” Adama Telly, who runs the clinic and the school, told the agency.",
        """“|"|PUNCT|punct|18|PunctSide=Ini|PunctType=Quot The||DET|det|2|Definite=Def|PronType=Art well||NOUN|nsubj|4|Number=Sing is|be|AUX|cop|4|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin dry||ADJ|ccomp|18|Degree=Pos ,||PUNCT|punct|18|PunctType=Comm ”|"|PUNCT|punct|8|PunctSide=Fin|PunctType=Quot Adama||PROPN|compound|8|Number=Sing Telly||PROPN|nsubj|18|Number=Sing ,||PUNCT|punct|8|PunctType=Comm who||PRON|nsubj|11|_ runs|run|VERB|acl:relcl|8|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin the||DET|det|13|Definite=Def|PronType=Art clinic||NOUN|obj|11|Number=Sing and||CCONJ|cc|16|ConjType=Cmp the||DET|det|16|Definite=Def|PronType=Art school||NOUN|conj|13|Number=Sing ,||PUNCT|punct|8|PunctType=Comm told|tell|VERB|root|18|Tense=Past|VerbForm=Fin the||DET|det|20|Definite=Def|PronType=Art agency||NOUN|obj|18|Number=Sing .||PUNCT|punct|18|PunctType=Peri""",
    ),
    "office": (
        "The envoy left on Monday. His office said that the talks would go on.",
        """The||DET|det|1|Definite=Def|PronType=Art envoy||NOUN|nsubj|2|Number=Sing left|leave|VERB|root|2|Tense=Past|VerbForm=Fin on||ADP|case|4|_ Monday||PROPN|obl|2|Number=Sing .||PUNCT|punct|2|PunctType=Peri
His||PRON|nmod:poss|7|Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs office||NOUN|nsubj|8|Number=Sing said|say|VERB|root|8|Tense=Past|VerbForm=Fin that||SCONJ|mark|13|_ the||DET|det|11|Definite=Def|PronType=Art talks|talk|NOUN|nsubj|13|Number=Plur would||AUX|aux|13|VerbForm=Fin go||VERB|ccomp|8|VerbForm=Inf on||ADP|compound:prt|13|_ .||PUNCT|punct|8|PunctType=Peri""",
    ),
    "onsaturday": (
        "The junta on Saturday said the bridge was shut.",
        """The||DET|det|1|Definite=Def|PronType=Art junta||NOUN|nsubj|4|Number=Sing on||ADP|case|3|_ Saturday||PROPN|nmod|1|Number=Sing said|say|VERB|root|4|Tense=Past|VerbForm=Fin the||DET|det|6|Definite=Def|PronType=Art bridge||NOUN|nsubj:pass|8|Number=Sing was|be|AUX|aux:pass|8|Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin shut||VERB|ccomp|4|Aspect=Perf|Tense=Past|VerbForm=Part .||PUNCT|punct|4|PunctType=Peri""",
    ),
    "wouldkill": (
        "The minister said the army would kill anyone who attacked its camps.",
        """The||DET|det|1|Definite=Def|PronType=Art minister||NOUN|nsubj|2|Number=Sing said|say|VERB|root|2|Tense=Past|VerbForm=Fin the||DET|det|4|Definite=Def|PronType=Art army||NOUN|nsubj|6|Number=Sing would||AUX|aux|6|VerbForm=Fin kill||VERB|ccomp|2|VerbForm=Inf anyone||PRON|obj|6|Number=Sing|PronType=Ind who||PRON|nsubj|9|_ attacked|attack|VERB|acl:relcl|7|Tense=Past|VerbForm=Fin its||PRON|nmod:poss|11|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs camps|camp|NOUN|obj|9|Number=Plur .||PUNCT|punct|2|PunctType=Peri""",
    ),
    "laterholder": (
        "Two houses were burnt, the mayor of Sobane said. “We saw it,” the mayor, Idrissa Danko, told the agency.",
        """Two||NUM|nummod|1|NumType=Card houses|house|NOUN|nsubj:pass|3|Number=Plur were|be|AUX|aux:pass|3|Mood=Ind|Tense=Past|VerbForm=Fin burnt|burn|VERB|ccomp|9|Aspect=Perf|Tense=Past|VerbForm=Part ,||PUNCT|punct|9|PunctType=Comm the||DET|det|6|Definite=Def|PronType=Art mayor||NOUN|nsubj|9|Number=Sing of||ADP|case|8|_ Sobane||PROPN|nmod|6|Number=Sing said|say|VERB|root|9|Tense=Past|VerbForm=Fin .||PUNCT|punct|9|PunctType=Peri
“|"|PUNCT|punct|23|PunctSide=Ini|PunctType=Quot We||PRON|nsubj|13|Case=Nom|Number=Plur|Person=1|PronType=Prs saw|see|VERB|ccomp|23|Tense=Past|VerbForm=Fin it||PRON|obj|13|Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs ,||PUNCT|punct|23|PunctType=Comm ”|"|PUNCT|punct|23|PunctSide=Fin|PunctType=Quot the||DET|det|18|Definite=Def|PronType=Art mayor||NOUN|nsubj|23|Number=Sing ,||PUNCT|punct|18|PunctType=Comm Idrissa||PROPN|compound|21|Number=Sing Danko||PROPN|appos|18|Number=Sing ,||PUNCT|punct|18|PunctType=Comm told|tell|VERB|root|23|Tense=Past|VerbForm=Fin the||DET|det|25|Definite=Def|PronType=Art agency||NOUN|obj|23|Number=Sing .||PUNCT|punct|23|PunctType=Peri""",
    ),
    "credited": (
        "(XYZ) Two drivers were hurt on Monday, the army said.",
        """(||PUNCT|punct|6|PunctSide=Ini|PunctType=Brck XYZ||PROPN|dep|0|Number=Sing )||PUNCT|punct|1|PunctSide=Fin|PunctType=Brck Two||NUM|nummod|4|NumType=Card drivers|driver|NOUN|nsubj:pass|6|Number=Plur were|be|AUX|aux:pass|6|Mood=Ind|Tense=Past|VerbForm=Fin hurt||VERB|ccomp|12|Aspect=Perf|Tense=Past|VerbForm=Part on||ADP|case|8|_ Monday||PROPN|obl|6|Number=Sing ,||PUNCT|punct|12|PunctType=Comm the||DET|det|11|Definite=Def|PronType=Art army||NOUN|nsubj|12|Number=Sing said|say|VERB|root|12|Tense=Past|VerbForm=Fin .||PUNCT|punct|12|PunctType=Peri""",
    ),
}
FRENCH = {
    "denieddenialfr": (
        "Le ministre nie avoir démenti que des soldats ont tué neuf villageois.",
        """Le||DET|det|1|Definite=Def|Gender=Masc|Number=Sing|PronType=Art ministre||NOUN|nsubj|2|Gender=Masc|Number=Sing nie|nier|VERB|root|2|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin avoir||AUX|aux|4|VerbForm=Inf démenti|démentir|VERB|xcomp|2|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part que||SCONJ|mark|9|_ des|un|DET|det|7|Definite=Ind|Number=Plur|PronType=Art soldats|soldat|NOUN|nsubj|9|Gender=Masc|Number=Plur ont|avoir|AUX|aux|9|Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin tué|tuer|VERB|ccomp|4|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part neuf||ADJ|amod|11|Gender=Masc|Number=Plur villageois||NOUN|obj|9|Gender=Masc|Number=Plur .||PUNCT|punct|2|_""",
    ),
    "nestedfr": (
        "« Le chef nous a dit : “Partez avant midi” et il a ri », raconte la veuve.",
        """«||PUNCT|punct|5|_ Le||DET|det|2|Definite=Def|Gender=Masc|Number=Sing|PronType=Art chef||NOUN|nsubj|5|Gender=Masc|Number=Sing nous||PRON|nsubj|5|Number=Plur|Person=1 a|avoir|AUX|aux|5|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin dit|dire|VERB|root|5|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part :||PUNCT|punct|5|_ “||PUNCT|punct|5|_ Partez|partir|VERB|parataxis|5|Mood=Imp|Number=Plur|Person=2|Tense=Pres|VerbForm=Fin avant||ADP|case|10|_ midi||PROPN|obl|8|_ ”||VERB|amod|8|Gender=Fem|Number=Sing|Tense=Past|VerbForm=Part et||CCONJ|cc|15|_ il||PRON|nsubj|15|Gender=Masc|Number=Sing|Person=3 a|avoir|AUX|aux|15|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin ri|rire|VERB|conj|8|Gender=Fem|Number=Sing|Tense=Past|VerbForm=Part »||PUNCT|punct|8|_ ,||PUNCT|punct|5|_ raconte|raconter|VERB|xcomp|5|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin la|le|DET|det|20|Definite=Def|Gender=Fem|Number=Sing|PronType=Art veuve||NOUN|obj|18|Gender=Fem|Number=Sing .||PUNCT|punct|5|_""",
    ),
    "rendez": (
        "« Rendez les terres », a lancé le chef.",
        """«||PUNCT|punct|1|_ Rendez||NOUN|root|1|Gender=Masc|Number=Sing les|le|DET|det|3|Definite=Def|Number=Plur|PronType=Art terres|terre|NOUN|obj|1|Gender=Fem|Number=Plur »||PUNCT|punct|1|_ ,||PUNCT|punct|7|_ a|avoir|AUX|aux|7|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin lancé|lancer|VERB|parataxis|1|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part le||DET|det|9|Definite=Def|Gender=Masc|Number=Sing|PronType=Art chef||NOUN|nsubj|7|Gender=Masc|Number=Sing .||PUNCT|punct|7|_""",
    ),
    "noteinterne": (
        "Selon une note interne, trois départs sont prévus.",
        """Selon||ADP|case|2|_ une|un|DET|det|2|Definite=Ind|Gender=Fem|Number=Sing|PronType=Art note||NOUN|obl|8|Gender=Fem|Number=Sing interne||ADJ|amod|2|Number=Sing ,||PUNCT|punct|8|_ trois||NUM|nummod|6|NumType=Card départs|départ|NOUN|nsubj:pass|8|Gender=Masc|Number=Plur sont|être|AUX|aux:pass|8|Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin prévus|prévoir|VERB|root|8|Gender=Masc|Number=Plur|Tense=Past|VerbForm=Part|Voice=Pass .||PUNCT|punct|8|_""",
    ),
    "jointe": (
        "L'épouse du maire, jointe brièvement, dit qu'il dort.",
        """L'|le|DET|det|1|Definite=Def|Number=Sing|PronType=Art épouse||NOUN|nsubj|8|Gender=Fem|Number=Sing du|de|ADP|case|3|Definite=Def|Gender=Masc|Number=Sing|PronType=Art maire||NOUN|nmod|1|Gender=Masc|Number=Sing ,||PUNCT|punct|1|_ jointe|joindre|VERB|acl|1|Gender=Fem|Number=Sing|Tense=Past|VerbForm=Part brièvement||ADV|advmod|5|_ ,||PUNCT|punct|8|_ dit|dire|VERB|root|8|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part qu'|que|SCONJ|mark|11|_ il||PRON|nsubj|11|Gender=Masc|Number=Sing|Person=3 dort|dormir|VERB|ccomp|8|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin .||PUNCT|punct|8|_""",
    ),
    "figure": (
        "Les organisateurs revendiquent 30 000 participants.",
        """Les|le|DET|det|1|Definite=Def|Number=Plur|PronType=Art organisateurs|organisateur|NOUN|nsubj|2|Gender=Masc|Number=Plur revendiquent|revendiquer|VERB|root|2|Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin 30||DET|det|5|_ 000||DET|det|5|_ participants|participant|NOUN|obj|2|Gender=Masc|Number=Plur .||PUNCT|punct|2|_""",
    ),
    "pasun": (
        "« Personne ne parlera », a dit le chef.",
        """«||PUNCT|punct|3|_ Personne||NOUN|nsubj|3|Gender=Fem|Number=Sing ne||ADV|advmod|3|Polarity=Neg parlera|parler|VERB|root|3|Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin »||PUNCT|punct|3|_ ,||PUNCT|punct|7|_ a|avoir|AUX|aux|7|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin dit|dire|VERB|parataxis|3|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part le||DET|det|9|Definite=Def|Gender=Masc|Number=Sing|PronType=Art chef||NOUN|nsubj|7|Gender=Masc|Number=Sing .||PUNCT|punct|3|_""",
    ),
    "enjoindre": (
        "Le général a sommé les miliciens de quitter la ville.",
        """Le||DET|det|1|Definite=Def|Gender=Masc|Number=Sing|PronType=Art général||NOUN|nsubj|3|Gender=Masc|Number=Sing a|avoir|AUX|aux|3|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin sommé|sommer|VERB|root|3|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part les|le|DET|det|5|Definite=Def|Number=Plur|PronType=Art miliciens|milicien|NOUN|obj|3|Gender=Masc|Number=Plur de||ADP|mark|7|_ quitter||VERB|xcomp|3|VerbForm=Inf la|le|DET|det|9|Definite=Def|Gender=Fem|Number=Sing|PronType=Art ville||NOUN|obj|7|Gender=Fem|Number=Sing .||PUNCT|punct|3|_""",
    ),
    "ajouter": (
        "Et le préfet d'ajouter que la route est sûre.",
        """Et||CCONJ|cc|10|_ le||DET|det|2|Definite=Def|Gender=Masc|Number=Sing|PronType=Art préfet||NOUN|fixed|0|Gender=Masc|Number=Sing d'|de|ADP|mark|4|_ ajouter||VERB|acl|2|VerbForm=Inf que||SCONJ|mark|9|_ la|le|DET|det|7|Definite=Def|Gender=Fem|Number=Sing|PronType=Art route||NOUN|nsubj:pass|9|Gender=Fem|Number=Sing est|être|AUX|cop|9|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin sûre|sûr|VERB|ccomp|4|Gender=Fem|Number=Sing|Tense=Past|VerbForm=Part|Voice=Pass .||PUNCT|root|10|_""",
    ),
    "constater": (
        "Trois ponts ont cédé, a constaté un ingénieur.",
        """Trois||NUM|nummod|1|NumType=Card ponts|pont|NOUN|nsubj|3|Gender=Masc|Number=Plur ont|avoir|AUX|aux|3|Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin cédé|céder|VERB|root|3|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part ,||PUNCT|punct|6|_ a|avoir|AUX|aux|6|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin constaté|constater|VERB|xcomp|3|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part un||DET|det|8|Definite=Ind|Gender=Masc|Number=Sing|PronType=Art ingénieur||NOUN|obj|6|Gender=Masc|Number=Sing .||PUNCT|punct|3|_""",
    ),
    "revenir": (
        "Le témoin est revenu sur sa déposition.",
        """Le||DET|det|1|Definite=Def|Gender=Masc|Number=Sing|PronType=Art témoin||NOUN|nsubj|3|Gender=Masc|Number=Sing est|être|AUX|aux:pass|3|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin revenu|revenir|VERB|root|3|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part sur||ADP|case|6|_ sa|son|DET|det|6|Gender=Fem|Number=Sing|Poss=Yes déposition||NOUN|obl|3|Gender=Fem|Number=Sing .||PUNCT|punct|3|_""",
    ),
    "rectifier": (
        "Le ministère rectifie : le bilan est de neuf morts.",
        """Le||DET|det|1|Definite=Def|Gender=Masc|Number=Sing|PronType=Art ministère||NOUN|nsubj|2|Gender=Masc|Number=Sing rectifie|rectifier|VERB|root|2|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin :||PUNCT|punct|2|_ le||DET|det|5|Definite=Def|Gender=Masc|Number=Sing|PronType=Art bilan||NOUN|nsubj|9|Gender=Masc|Number=Sing est|être|VERB|aux|9|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin de||ADP|case|9|_ neuf||NUM|amod|9|NumType=Card morts|mourir|VERB|obl|2|Gender=Masc|Number=Plur .||PUNCT|punct|2|_""",
    ),
    "savoir": (
        "Le général fait savoir que la route est sûre.",
        """Le||DET|det|1|Definite=Def|Gender=Masc|Number=Sing|PronType=Art général||NOUN|nsubj|3|Gender=Masc|Number=Sing fait||NOUN|dep|3|Gender=Masc|Number=Sing savoir||VERB|root|3|VerbForm=Inf que||SCONJ|mark|8|_ la|le|DET|det|6|Definite=Def|Gender=Fem|Number=Sing|PronType=Art route||NOUN|nsubj:pass|8|Gender=Fem|Number=Sing est|être|AUX|cop|8|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin sûre|sûr|VERB|ccomp|3|Gender=Fem|Number=Sing|Tense=Past|VerbForm=Part|Voice=Pass .||PUNCT|punct|3|_""",
    ),
    "annonce": (
        "Le préfet a annoncé mardi, dans un communiqué, que dix villages avaient été évacués.",
        """Le||DET|det|1|Definite=Def|Gender=Masc|Number=Sing|PronType=Art préfet||NOUN|nsubj|3|Gender=Masc|Number=Sing a|avoir|AUX|aux|3|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin annoncé|annoncer|VERB|root|3|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part mardi||NOUN|obl|3|Gender=Masc|Number=Sing ,||PUNCT|punct|3|_ dans||ADP|case|8|_ un||DET|det|8|Definite=Ind|Gender=Masc|Number=Sing|PronType=Art communiqué||NOUN|obl|3|Gender=Masc|Number=Sing ,||PUNCT|punct|3|_ que||SCONJ|mark|15|_ dix||NUM|nummod|12|NumType=Card villages|village|NOUN|nsubj:pass|15|Gender=Masc|Number=Plur avaient|avoir|AUX|aux|15|Mood=Ind|Number=Plur|Person=3|Tense=Imp|VerbForm=Fin été|être|AUX|aux:pass|15|Tense=Past|VerbForm=Part évacués|évacuer|VERB|ccomp|3|Gender=Masc|Number=Plur|Tense=Past|VerbForm=Part|Voice=Pass .||PUNCT|punct|3|_""",
    ),
    "inversion": (
        "« Nous avons compté onze corps », a déclaré lundi le porte-parole de l'armée, le major Alassane Bini.",
        """«||PUNCT|punct|3|_ Nous||PRON|nsubj|3|Number=Plur|Person=1 avons|avoir|AUX|aux|3|Mood=Ind|Number=Plur|Person=1|Tense=Pres|VerbForm=Fin compté|compter|VERB|dep|9|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part onze||NUM|nummod|5|NumType=Card corps||NOUN|obj|3|Gender=Masc|Number=Sing »||PUNCT|punct|5|_ ,||PUNCT|punct|9|_ a|avoir|AUX|aux|9|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin déclaré|déclarer|VERB|root|9|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part lundi||NOUN|obl|9|Gender=Masc|Number=Sing le||DET|det|12|Definite=Def|Gender=Masc|Number=Sing|PronType=Art porte-parole||NOUN|nsubj|9|Gender=Masc|Number=Sing de||ADP|case|15|_ l'|le|DET|det|15|Definite=Def|Number=Sing|PronType=Art armée||NOUN|nmod|12|Gender=Fem|Number=Sing ,||PUNCT|punct|12|_ le||DET|det|18|Definite=Def|Gender=Masc|Number=Sing|PronType=Art major||NOUN|appos|12|Gender=Masc|Number=Sing Alassane||PROPN|appos|18|Gender=Masc|Number=Sing Bini||PROPN|flat|19|_ .||PUNCT|punct|9|_""",
    ),
    "clitic": (
        "« Ce journal sera fermé », a-t-il averti.",
        """«||PUNCT|punct|4|_ Ce||DET|det|2|Gender=Masc|Number=Sing|PronType=Dem journal||NOUN|nsubj:pass|4|Gender=Masc|Number=Sing sera|être|AUX|aux:pass|4|Mood=Ind|Number=Sing|Person=3|Tense=Fut|VerbForm=Fin fermé|fermer|VERB|root|4|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part|Voice=Pass »||PUNCT|punct|4|_ ,||PUNCT|punct|10|_ a|avoir|AUX|aux|10|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin -t||PRON|expl|10|Gender=Masc|Number=Sing|Person=3 -il|il|PRON|nsubj:pass|10|Gender=Masc|Number=Sing|Person=3 averti|avertir|VERB|obl|4|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part|Voice=Pass .||PUNCT|punct|4|_""",
    ),
    "selon": (
        "Selon une source hospitalière, sept blessés ont été admis.",
        """Selon||ADP|case|2|_ une|un|DET|det|2|Definite=Ind|Gender=Fem|Number=Sing|PronType=Art source||NOUN|obl|9|Gender=Fem|Number=Sing hospitalière|hospitalier|ADJ|amod|2|Number=Sing ,||PUNCT|punct|9|_ sept||NUM|nummod|6|NumType=Card blessés|blessé|NOUN|nsubj:pass|9|Gender=Masc|Number=Plur ont|avoir|AUX|aux|9|Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin été|être|AUX|aux:pass|9|Tense=Past|VerbForm=Part admis|admettre|VERB|root|9|Gender=Masc|Tense=Past|VerbForm=Part|Voice=Pass .||PUNCT|punct|9|_""",
    ),
    "dapres": (
        "La radio du poste ne marchait plus, d'après un officier présent.",
        """La|le|DET|det|1|Definite=Def|Gender=Fem|Number=Sing|PronType=Art radio||NOUN|nsubj|5|Gender=Fem|Number=Sing du|de|ADP|case|3|Definite=Def|Gender=Masc|Number=Sing|PronType=Art poste||NOUN|nmod|1|Number=Sing ne||ADV|advmod|5|Polarity=Neg marchait|marcher|VERB|root|5|Mood=Ind|Number=Sing|Person=3|Tense=Imp|VerbForm=Fin plus||ADV|advmod|5|_ ,||PUNCT|punct|5|_ d'|de|ADP|case|11|_ après||ADP|fixed|8|_ un||DET|det|11|Definite=Ind|Gender=Masc|Number=Sing|PronType=Art officier||NOUN|obl|5|Gender=Masc|Number=Sing présent||ADJ|amod|11|Gender=Masc|Number=Sing .||PUNCT|punct|5|_""",
    ),
    "conditional": (
        "Des coups de feu auraient été entendus près du camp.",
        """Des|un|DET|det|1|Definite=Ind|Number=Plur|PronType=Art coups|coup|NOUN|nsubj:pass|6|Gender=Masc|Number=Plur de||ADP|case|3|_ feu||NOUN|nmod|1|Gender=Masc|Number=Sing auraient|avoir|AUX|aux|6|Mood=Cnd|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin été|être|AUX|aux:pass|6|Tense=Past|VerbForm=Part entendus|entendre|VERB|root|6|Gender=Masc|Number=Plur|Tense=Past|VerbForm=Part|Voice=Pass près||ADV|advmod|6|_ du|de|ADP|case|9|Definite=Def|Gender=Masc|Number=Sing|PronType=Art camp||NOUN|obl|6|Gender=Masc|Number=Sing .||PUNCT|punct|6|_""",
    ),
    "selonconditional": (
        "Selon le maire, les soldats auraient fermé le pont.",
        """Selon||ADP|case|2|_ le||DET|det|2|Definite=Def|Gender=Masc|Number=Sing|PronType=Art maire||NOUN|obl|7|Gender=Masc|Number=Sing ,||PUNCT|punct|7|_ les|le|DET|det|5|Definite=Def|Number=Plur|PronType=Art soldats|soldat|NOUN|nsubj|7|Gender=Masc|Number=Plur auraient|avoir|AUX|aux|7|Mood=Cnd|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin fermé|fermer|VERB|root|7|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part le||DET|det|9|Definite=Def|Gender=Masc|Number=Sing|PronType=Art pont||NOUN|obj|7|Gender=Masc|Number=Sing .||PUNCT|punct|7|_""",
    ),
    "accuse": (
        "Il accuse les autorités d'avoir abandonné les blessés.",
        """Il||PRON|nsubj|1|Gender=Masc|Number=Sing|Person=3 accuse|accuser|VERB|root|1|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin les|le|DET|det|3|Definite=Def|Number=Plur|PronType=Art autorités|autorité|NOUN|obj|1|Gender=Fem|Number=Plur d'|de|ADP|mark|6|_ avoir||AUX|aux|6|VerbForm=Inf abandonné|abandonner|VERB|acl|3|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part les|le|DET|det|8|Definite=Def|Number=Plur|PronType=Art blessés|blessé|NOUN|obj|6|Gender=Masc|Number=Plur .||PUNCT|punct|1|_""",
    ),
    "clisaccuse": (
        "Le commandant les accuse d'avoir caché des armes.",
        """Le||DET|det|1|Definite=Def|Gender=Masc|Number=Sing|PronType=Art commandant||NOUN|nsubj|3|Gender=Masc|Number=Sing les|le|PRON|obj|3|Number=Plur|Person=3 accuse|accuser|VERB|root|3|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin d'|de|ADP|mark|6|_ avoir||AUX|aux|6|VerbForm=Inf caché|cacher|VERB|xcomp|3|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part des|de|ADP|case|8|Definite=Def|Number=Plur|PronType=Art armes|arme|NOUN|obl|6|Gender=Fem|Number=Plur .||PUNCT|punct|3|_""",
    ),
    "qualifie": (
        "Le ministre a qualifié le rapport de « conte pour enfants ».",
        """Le||DET|det|1|Definite=Def|Gender=Masc|Number=Sing|PronType=Art ministre||NOUN|nsubj|3|Gender=Masc|Number=Sing a|avoir|AUX|aux|3|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin qualifié|qualifier|VERB|root|3|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part le||DET|det|5|Definite=Def|Gender=Masc|Number=Sing|PronType=Art rapport||NOUN|obj|3|Gender=Masc|Number=Sing de||ADP|case|8|_ «||PUNCT|punct|8|_ conte||NOUN|nmod|5|Gender=Fem|Number=Sing pour||ADP|case|10|_ enfants|enfant|NOUN|nmod|8|Number=Plur »||PUNCT|punct|8|_ .||PUNCT|punct|3|_""",
    ),
    "dement": (
        "L'armée dément toute exécution.",
        """L'|le|DET|det|1|Definite=Def|Number=Sing|PronType=Art armée||NOUN|nsubj|4|Gender=Fem|Number=Sing dément||ADV|advmod|1|_ toute|tout|DET|det|4|Definite=Ind|Gender=Fem|Number=Sing|PronType=Art exécution||NOUN|root|4|Gender=Fem|Number=Sing .||PUNCT|punct|4|_""",
    ),
    "menace": (
        "La députée menace de saisir la justice.",
        """La|le|DET|det|1|Definite=Def|Gender=Fem|Number=Sing|PronType=Art députée|député|NOUN|root|1|Gender=Fem|Number=Sing menace|menacer|VERB|amod|1|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin de||ADP|mark|4|_ saisir||VERB|acl|1|VerbForm=Inf la|le|DET|det|6|Definite=Def|Gender=Fem|Number=Sing|PronType=Art justice||NOUN|obj|4|Gender=Fem|Number=Sing .||PUNCT|punct|1|_""",
    ),
    "appelle": (
        "Le syndicat appelle à une grève de deux jours.",
        """Le||DET|det|1|Definite=Def|Gender=Masc|Number=Sing|PronType=Art syndicat||NOUN|nsubj|2|Gender=Masc|Number=Sing appelle|appeler|VERB|root|2|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin à||ADP|case|5|_ une|un|DET|det|5|Definite=Ind|Gender=Fem|Number=Sing|PronType=Art grève||NOUN|obl|2|Gender=Fem|Number=Sing de||ADP|case|8|_ deux||NUM|nummod|8|NumType=Card jours|jour|NOUN|nmod|5|Gender=Masc|Number=Plur .||PUNCT|punct|2|_""",
    ),
    "promesse": (
        "La promesse du médiateur de revenir en mai rassure les commerçants.",
        """La|le|DET|det|1|Definite=Def|Gender=Fem|Number=Sing|PronType=Art promesse||NOUN|root|1|Gender=Fem|Number=Sing du|de|ADP|case|3|Definite=Def|Gender=Masc|Number=Sing|PronType=Art médiateur||NOUN|nmod|1|Gender=Masc|Number=Sing de||ADP|mark|5|_ revenir||VERB|acl|1|VerbForm=Inf en||ADP|case|7|_ mai||NOUN|obl|5|Gender=Masc|Number=Sing rassure|rassurer|VERB|advcl|5|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin les|le|DET|det|10|Definite=Def|Number=Plur|PronType=Art commerçants|commerçant|NOUN|obj|8|Gender=Masc|Number=Plur .||PUNCT|punct|1|_""",
    ),
    "ilsedit": (
        "Il se dit que des gendarmes vendent leurs munitions.",
        """Il||PRON|expl|2|Gender=Masc|Number=Sing|Person=3 se||PRON|expl|2|Person=3|Reflex=Yes dit|dire|VERB|root|2|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin que||SCONJ|mark|6|_ des|un|DET|det|5|Definite=Ind|Number=Plur|PronType=Art gendarmes|gendarme|NOUN|nsubj|6|Gender=Masc|Number=Plur vendent|vendre|VERB|ccomp|2|Mood=Sub|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin leurs|leur|DET|det|8|Number=Plur|Poss=Yes munitions|munition|NOUN|obj|6|Gender=Fem|Number=Plur .||PUNCT|punct|2|_""",
    ),
    "faitvaloir": (
        "Le journaliste fait valoir que l'article citait deux élus.",
        """Le||DET|det|1|Definite=Def|Gender=Masc|Number=Sing|PronType=Art journaliste||NOUN|nsubj|3|Gender=Masc|Number=Sing fait|faire|AUX|dep|3|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin valoir||VERB|root|3|VerbForm=Inf que||SCONJ|mark|7|_ l'|le|DET|det|6|Definite=Def|Number=Sing|PronType=Art article||NOUN|nsubj|7|Gender=Masc|Number=Sing citait|citer|VERB|ccomp|3|Mood=Ind|Number=Sing|Person=3|Tense=Imp|VerbForm=Fin deux||NUM|nummod|9|NumType=Card élus|élu|NOUN|obj|7|Gender=Masc|Number=Plur .||PUNCT|punct|3|_""",
    ),
    "maire": (
        "Le maire de la commune, Lassina Kodio, a parlé d'une « journée noire ».",
        """Le||DET|det|1|Definite=Def|Gender=Masc|Number=Sing|PronType=Art maire||NOUN|nsubj|10|Gender=Masc|Number=Sing de||ADP|case|4|_ la|le|DET|det|4|Definite=Def|Gender=Fem|Number=Sing|PronType=Art commune||NOUN|nmod|1|Gender=Fem|Number=Sing ,||PUNCT|punct|6|_ Lassina||PROPN|conj|1|_ Kodio||PROPN|flat|6|_ ,||PUNCT|punct|10|_ a|avoir|AUX|aux|10|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin parlé|parler|VERB|root|10|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part d'|de|ADP|case|14|_ une|un|DET|det|14|Definite=Ind|Gender=Fem|Number=Sing|PronType=Art «||PUNCT|punct|14|_ journée||NOUN|obl|10|Gender=Fem|Number=Sing noire|noir|ADJ|amod|14|Gender=Fem|Number=Sing »||PUNCT|punct|14|_ .||PUNCT|punct|10|_""",
    ),
    "reprend": (
        "« Qu'on nous laisse enterrer nos morts », reprend le maire.",
        """«||PUNCT|punct|4|_ Qu'|que|SCONJ|mark|4|_ on||PRON|nsubj|4|Number=Sing|Person=3 nous||PRON|iobj|4|Number=Plur|Person=1 laisse||VERB|root|4|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin enterrer||VERB|xcomp|4|VerbForm=Inf nos|notre|DET|det|7|Number=Plur|Poss=Yes morts|mort|NOUN|obj|5|Gender=Masc|Number=Plur »||PUNCT|punct|4|_ ,||PUNCT|punct|10|_ reprend|reprendre|VERB|parataxis|4|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin le||DET|det|12|Definite=Def|Gender=Masc|Number=Sing|PronType=Art maire||NOUN|nsubj|10|Gender=Masc|Number=Sing .||PUNCT|punct|10|_""",
    ),
    "deux": (
        "La ministre des Armées, Solange Nikem, a promis une enquête. « C'est un mensonge », a martelé la ministre.",
        """La|le|DET|det|1|Definite=Def|Gender=Fem|Number=Sing|PronType=Art ministre||NOUN|nsubj|9|Gender=Masc|Number=Sing des|de|ADP|case|3|Definite=Def|Number=Plur|PronType=Art Armées|armée|NOUN|nmod|1|Gender=Fem|Number=Plur ,||PUNCT|punct|1|_ Solange||PROPN|appos|1|Gender=Masc|Number=Sing Nikem||PROPN|flat|5|Gender=Masc|Number=Sing ,||PUNCT|punct|9|_ a|avoir|AUX|aux|9|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin promis|promettre|VERB|root|9|Gender=Masc|Tense=Past|VerbForm=Part une|un|DET|det|11|Definite=Ind|Gender=Fem|Number=Sing|PronType=Art enquête||NOUN|obj|9|Gender=Fem|Number=Sing .||PUNCT|punct|9|_
«||PUNCT|punct|17|_ C'|ce|PRON|nsubj|17|Number=Sing|Person=3 est|être|AUX|cop|17|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin un||DET|det|17|Definite=Ind|Gender=Masc|Number=Sing|PronType=Art mensonge||NOUN|root|17|Gender=Masc|Number=Sing »||PUNCT|punct|17|_ ,||PUNCT|punct|21|_ a|avoir|AUX|aux|21|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin martelé|marteler|VERB|parataxis|17|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part la|le|DET|det|23|Definite=Def|Gender=Fem|Number=Sing|PronType=Art ministre||NOUN|nsubj|21|Gender=Masc|Number=Sing .||PUNCT|punct|17|_""",
    ),
    "officier": (
        "Le colonel Idrissa Danko a annoncé la fermeture du pont. L'officier a ajouté que la route serait minée.",
        """Le||DET|det|1|Definite=Def|Gender=Masc|Number=Sing|PronType=Art colonel||NOUN|nsubj|5|Gender=Masc|Number=Sing Idrissa||PROPN|appos|1|_ Danko||PROPN|nsubj|5|Gender=Masc|Number=Sing a|avoir|AUX|aux|5|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin annoncé|annoncer|VERB|root|5|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part la|le|DET|det|7|Definite=Def|Gender=Fem|Number=Sing|PronType=Art fermeture||NOUN|obj|5|Gender=Fem|Number=Sing du|de|ADP|case|9|Definite=Def|Gender=Masc|Number=Sing|PronType=Art pont||NOUN|nmod|7|Gender=Masc|Number=Sing .||PUNCT|punct|5|_
L'|le|DET|det|12|Definite=Def|Number=Sing|PronType=Art officier||NOUN|nsubj|14|Number=Sing a|avoir|AUX|aux|14|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin ajouté|ajouter|VERB|root|14|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part que||SCONJ|mark|19|_ la|le|DET|det|17|Definite=Def|Gender=Fem|Number=Sing|PronType=Art route||NOUN|nsubj:pass|19|Gender=Fem|Number=Sing serait|être|AUX|aux:pass|19|Mood=Cnd|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin minée|miner|VERB|ccomp|14|Gender=Fem|Number=Sing|Tense=Past|VerbForm=Part|Voice=Pass .||PUNCT|punct|14|_""",
    ),
    "aucun": (
        "Aucun groupe n'a revendiqué l'attaque.",
        """Aucun||DET|det|1|Gender=Masc|Number=Sing groupe||NOUN|nsubj|4|Gender=Masc|Number=Sing n'|ne|ADV|advmod|4|Polarity=Neg a|avoir|AUX|aux|4|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin revendiqué|revendiquer|VERB|root|4|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part l'|le|DET|det|6|Definite=Def|Number=Sing|PronType=Art attaque||NOUN|obj|4|Gender=Fem|Number=Sing .||PUNCT|punct|4|_""",
    ),
    "rapporte": (
        "Les ravisseurs réclament dix vaches, rapporte le quotidien Le Sillon.",
        """Les|le|DET|det|1|Definite=Def|Number=Plur|PronType=Art ravisseurs|ravisseur|NOUN|nsubj|2|Gender=Masc|Number=Plur réclament|réclamer|VERB|root|2|Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin dix||NUM|nummod|4|NumType=Card vaches|vache|NOUN|obj|2|Gender=Fem|Number=Plur ,||PUNCT|punct|4|_ rapporte|rapporter|VERB|acl|4|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin le||DET|det|8|Definite=Def|Gender=Masc|Number=Sing|PronType=Art quotidien||NOUN|obj|6|Gender=Masc|Number=Sing Le||DET|det|10|Definite=Def|Gender=Masc|Number=Sing|PronType=Art Sillon||PROPN|obl|2|Gender=Masc|Number=Sing .||PUNCT|punct|2|_""",
    ),
    "apposition": (
        "La ministre a annoncé dimanche la fermeture du pont, a ajouté lundi le préfet.",
        """La|le|DET|det|1|Definite=Def|Gender=Fem|Number=Sing|PronType=Art ministre||NOUN|nsubj|3|Gender=Masc|Number=Sing a|avoir|AUX|aux|3|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin annoncé|annoncer|VERB|root|3|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part dimanche||NOUN|obl|3|Gender=Masc|Number=Sing la|le|DET|det|6|Definite=Def|Gender=Fem|Number=Sing|PronType=Art fermeture||NOUN|obj|4|Gender=Fem|Number=Sing du|de|ADP|case|8|Definite=Def|Gender=Masc|Number=Sing|PronType=Art pont||NOUN|nmod|6|Gender=Masc|Number=Sing ,||PUNCT|punct|11|_ a|avoir|AUX|aux|11|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin ajouté|ajouter|VERB|advcl|3|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part lundi||NOUN|obl|11|Gender=Masc|Number=Sing le||DET|det|14|Definite=Def|Gender=Masc|Number=Sing|PronType=Art préfet||NOUN|nsubj|11|Gender=Masc|Number=Sing .||PUNCT|punct|3|_""",
    ),
    "lu": (
        "Le communiqué, lu par le colonel Issa Baro, accuse deux bergers de vol.",
        """Le||DET|det|1|Definite=Def|Gender=Masc|Number=Sing|PronType=Art communiqué||NOUN|nsubj|10|Gender=Masc|Number=Sing ,||PUNCT|punct|1|_ lu|lire|VERB|acl|1|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part par||ADP|case|6|_ le||DET|det|6|Definite=Def|Gender=Masc|Number=Sing|PronType=Art colonel||NOUN|obl:agent|3|Gender=Masc|Number=Sing Issa||PROPN|appos|6|_ Baro||PROPN|flat|7|_ ,||PUNCT|punct|10|_ accuse|accuser|VERB|root|10|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin deux||NUM|nummod|12|NumType=Card bergers|berger|NOUN|obj|10|Gender=Masc|Number=Plur de||ADP|case|14|_ vol||NOUN|nmod|12|Gender=Masc|Number=Sing .||PUNCT|punct|10|_""",
    ),
    "implore": (
        "Les parents implorent les deux camps de rouvrir l'école.",
        """Les|le|DET|det|1|Definite=Def|Number=Plur|PronType=Art parents|parent|NOUN|nsubj|2|Gender=Masc|Number=Plur implorent|implorer|VERB|root|2|Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin les|le|DET|det|5|Definite=Def|Number=Plur|PronType=Art deux||NUM|nummod|5|NumType=Card camps|camp|NOUN|obj|2|Gender=Masc|Number=Plur de||ADP|mark|7|_ rouvrir||VERB|acl|5|VerbForm=Inf l'|le|DET|det|9|Definite=Def|Number=Sing|PronType=Art école||NOUN|obj|7|Gender=Fem|Number=Sing .||PUNCT|punct|2|_""",
    ),
    "personne": (
        "Personne n'a dit que la route était minée.",
        """Personne||NOUN|nsubj|3|Gender=Fem|Number=Sing n'|ne|ADV|advmod|3|Polarity=Neg a|avoir|AUX|aux|3|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin dit|dire|VERB|root|3|Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part que||SCONJ|mark|8|_ la|le|DET|det|6|Definite=Def|Gender=Fem|Number=Sing|PronType=Art route||NOUN|nsubj:pass|8|Gender=Fem|Number=Sing était|être|AUX|aux:pass|8|Mood=Ind|Number=Sing|Person=3|Tense=Imp|VerbForm=Fin minée|miner|VERB|ccomp|3|Gender=Fem|Number=Sing|Tense=Past|VerbForm=Part|Voice=Pass .||PUNCT|punct|3|_""",
    ),
}


def a_text(name: str) -> Annotated:
    """Return one of the texts above with its grammar."""
    language = Language.ENGLISH if name in ENGLISH else Language.FRENCH
    text, rows = (ENGLISH if language is Language.ENGLISH else FRENCH)[name]
    return an_annotated(text, rows, language)


def an_annotated(text: str, rows: str, language: Language) -> Annotated:
    """Put a text and its written-out grammar together."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    end = 0
    for row in rows.splitlines():
        first = len(tokens)
        for word, lemma, pos, dep, head, morph in (cell.split("|", 5) for cell in row.split(" ")):
            start = text.index(word, end)
            end = start + len(word)
            tokens.append(Token(start, end, word, lemma or word.lower(), pos, dep, int(head), morph))
        sentences.append(Sentence(first, len(tokens), 0))
    return Annotated(a_document(text, language), tuple(tokens), tuple(sentences))


def a_document(text: str, language: Language) -> Document:
    """Return a document of one paragraph."""
    segments = (Segment(SegmentKind.BODY, Span(0, len(text))),)
    return Document("doc_1", "doc_1", "0" * 64, "here", "one", text, segments, language)
