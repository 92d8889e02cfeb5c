/** What an advertisement says that it does not ask: “No degree required”, “Keine Erfahrung mit X nötig”, “pas besoin de”. */
import { wordsOf } from '../../outline/clean-text.ts';
import { asLine, type RoleReading } from '../role-reading.ts';
import { saysNice } from './advert-skills.ts';

/** Words by which a thing is asked, of which a sentence may say that they do not hold. */
const needs =
  'required|require|requires|needed|need|necessary|mandatory|essential|expected|obligatory|compulsory|prerequisite|requirement|must|essential|crucial|important|problem|obstacle|dealbreaker|deal breaker|blocker|condition|' +
  'nötig|notwendig|erforderlich|benötigt|vorausgesetzt|erwartet|verlangt|gefordert|zwingend|voraussetzung|pflicht|muss|bedingung|hindernis|ausschlusskriterium|vonnöten|' +
  'besoin|nécessaire|nécessaires|obligatoire|obligatoires|requis|requise|requises|exigé|exigée|exigés|exigées|indispensable|indispensables|demandé|demandée|demandés|demandées|attendu|attendue|impératif|impérative|utile de|' +
  'necesario|necesaria|necesarios|necesarias|imprescindible|imprescindibles|obligatorio|obligatoria|obligatorios|obligatorias|requerido|requerida|requisito|indispensables|falta|' +
  'necessário|necessária|necessários|necessárias|preciso|precisa|obrigatório|obrigatória|obrigatórios|obrigatórias|exigido|exigida|exigência|imprescindível|' +
  'necessario|necessaria|richiesto|richiesta|richiesti|richieste|obbligatorio|obbligatoria|indispensabile|nodig|vereist|verplicht|noodzakelijk|noodzaak';
const asking = new RegExp(` (?:${needs}) `);

/** Each says no by itself, wherever it stands among the words of a clause. */
const denials: readonly RegExp[] = [
  // you do not need, we don't expect, you won't have to
  / (?:(?:do|does|did|will|would|should) not|dont|doesnt|wont|didnt|wouldnt|shouldnt|never|no longer)(?: [\p{L}]+){0,2} (?:need|require|have to|expect|ask for|ask you|insist|look for|looking for|care about|care if|care whether|care where|demand|want you to have) /u,
  / (?:neednt|need not) /,
  // a degree is not; no Java
  / (?:(?:is|are) not|isnt|arent|(?:ist|sind) nicht) $/,
  /^ (?:no|kein|keine|keinen|aucun|aucune|pas de|sin|sem)(?! (?:criminal|fear|nonsense|ego|angst|vorstrafen|antecedentes))(?: [\p{L}\p{N}+#]+){1,4} $/u,
  // is not strictly required, are not a must
  / (?:not|isnt|arent|never|no longer|nor)(?: [\p{L}]+){0,3} (?:required|needed|necessary|mandatory|essential|expected|obligatory|compulsory|prerequisite|requirement|must|must have|crucial|important|problem|obstacle|dealbreaker|deal breaker|blocker) /u,
  / (?:unnecessary|unneeded|not looking for|no need (?:for|to|of)|without the need|neither|with or without|regardless of|irrespective of) /,
  // no degree required; no experience at all
  / (?:no|zero)(?: [\p{L}\p{N}+#]+){1,14} (?:required|needed|necessary|mandatory|expected|essential|requirement|prerequisite|problem) /u,
  /^ (?:absolutely )?(?:no|zero)(?: [\p{L}\p{N}+#]+){0,4} (?:degree|degrees|experience|knowledge|diploma|diplomas|certification|certifications|certificate|certificates|licence|license|background|qualification|qualifications|cv|resume|skills|prior|training|education) /u,
  / without (?:a |an |any |prior |previous )*(?:[\p{L}]+ )?(?:degree|experience|diploma|background|qualification|qualifications) /u,
  // German
  / (?:kein|keine|keinen|keiner|keinem|keines|keinerlei|nicht|nie)(?: [\p{L}\p{N}+#]+){0,14} (?:nötig|notwendig|erforderlich|benötigt|vorausgesetzt|erwartet|verlangt|gefordert|zwingend|voraussetzung|pflicht|muss|bedingung|hindernis|problem|ausschlusskriterium|vonnöten) /u,
  / (?:brauchst|brauchen|braucht|benötigst|benötigen|benötigt|musst|müssen|muss|erwarten|verlangen|fordern|setzen|voraussetzen)(?: [\p{L}\p{N}+#]+){0,6} (?:kein|keine|keinen|keiner|keinerlei|nicht) /u,
  /^ (?:kein|keine|keinen|keinerlei)(?: [\p{L}]+){0,3} (?:[\p{L}]*erfahrung|[\p{L}]*erfahrungen|[\p{L}]*kenntnisse|studium|abschluss|[\p{L}]*abschluss|ausbildung|vorwissen|zertifikat|zertifikate) /u,
  / (?:auch ohne|egal ob|unabhängig von|unnötig) /,
  // French
  / (?:pas|plus|non|point|jamais|nullement)(?: [\p{L}]+){0,3} (?:besoin|nécessaires?|obligatoires?|requise?s?|exigée?s?|indispensables?|demandée?s?|attendue?s?|impératifs?|impérative|imposée?s?|condition|prérequis) /u,
  / (?:pas|nul|nulle|aucun|aucune|sans)(?: [\p{L}\p{N}+#]+){0,12} (?:besoin|nécessaires?|obligatoires?|requise?s?|exigée?s?|indispensables?|demandée?s?|attendue?s?) /u,
  / (?:inutile de|inutile davoir|nexigeons|nattendons|ne demandons|navez pas à|sans diplôme|sans expérience|pas dexpérience|pas de diplôme|aucune expérience|aucun diplôme|peu importe) /,
  // Spanish and Portuguese
  / (?:no|não|nao|tampouco|tampoco)(?: [\p{L}]+){0,3} (?:necesari[oa]s?|imprescindibles?|obligatori[oa]s?|requerid[oa]s?|requisito|indispensable|necesitas?|necesitan|necesita|requiere|requieren|requerimos|exige|exigen|exigimos|pedimos|falta|esperamos|necessári[oa]s?|obrigatóri[oa]s?|precis[oa]s?|precisam|exigid[oa]s?|exigência|imprescindível|exigem|requer|indispensável) /u,
  / (?:ningún|ninguna|ningun|nenhum|nenhuma|sin|sem)(?: [\p{L}\p{N}+#]+){0,12} (?:necesari[oa]s?|requerid[oa]s?|obligatori[oa]s?|necesidad|necessidade|necessári[oa]s?|obrigatóri[oa]s?|exigid[oa]s?) /u,
  / (?:innecesari[oa]s?|desnecessári[oa]s?|sin experiencia|sem experiência|dispensa|dispensamos) /u,
  // Italian and Dutch
  / (?:non|nessun|nessuna|nessuno)(?: [\p{L}\p{N}+#]+){0,8} (?:necessari[oae]|richiest[oaie]|obbligatori[oae]|indispensabil[ei]|serve|servono|occorre|occorrono|richiediamo|chiediamo) /u,
  / (?:geen|niet|hoef|hoeft|hoeven)(?: [\p{L}\p{N}+#]+){0,10} (?:nodig|vereist|verplicht|noodzakelijk|noodzaak|vereiste|hebben|kennen) /u,
];

/** What looks like a no and is none: “not only”, “no less than three years”, “must not require supervision”. */
const noDenialPattern =
  / (?:not (?:only|just|merely|simply)|no (?:less|fewer|later|more) than|nicht (?:nur|weniger)|pas (?:seulement|moins)|no (?:solo|sólo|menos)|não (?:só|apenas|menos)|must not|should not|may not|not afraid|not to|non negotiable) /g;

/** Whether a clause says that something is not needed. */
export function saysNotNeeded(clause: string): boolean {
  // “no-code tools” are tools
  const words = wordsOf(clause.slice(0, 600).replace(/(?<!\p{L})(no|non)-(?=\p{L})/giu, '$1')).replace(
    noDenialPattern,
    ' - ',
  );
  return denials.some((denial) => denial.test(words));
}

const needAlternatives = needs
  .split('|')
  .filter((word) => !word.includes(' '))
  .join('|');
/** Where a clause ends: at stops and dashes; at a comma or “and” only where what follows, or what ends, is a clause of its own. */
const clauseEnds = new RegExp(
  [
    '[;!?()\\n]+|[.:](?=\\s|$)|\\s[—–-]\\s',
    `(?<=(?<![\\p{L}])(?:${needAlternatives})),(?=\\s)`,
    `(?<=(?<![\\p{L}])(?:${needAlternatives})) (?=(?:and|und|et|y|e|en) )`,
    ',(?=\\s(?:but|yet|however|though|although|just|only|instead|you|we|strong|solid|good|no|not|nor|aber|jedoch|sondern|dafür|du|sie|wir|kein|keine|keinen|nicht|mais|pas|vous|nous|aucune?|pero|sino|sin|no|mas|não|sem|ma|non|maar|geen)(?![\\p{L}]))',
    '\\s(?=(?:but|yet|however|although|aber|jedoch|mais|pero|sino|mas|maar)\\s)',
    '\\s(?=(?:and|und|et|y|e)\\s(?:you|we|do not|don.t|no|not|sie|du|wir|kein|keine|keinen|nicht|vous|pas|aucune?|sin|não|sem)(?![\\p{L}]))',
  ].join('|'),
  'giu',
);

export interface AskedText {
  /** What is left that is asked; empty where nothing is. */
  readonly asked: string;
  /** What is not needed, and yet welcome; empty where nothing is. */
  readonly welcome: string;
  /** What is said to be not needed, in its words. */
  readonly notAsked: readonly string[];
}

const fillers = new Set(
  [
    'a an and at all by no not never neither nor means but is isnt are arent it its this that these they be strictly really absolutely always yet though however',
    'aber jedoch kein keine keinen nicht ist sind das dies es und unbedingt wirklich zwar mais pas non est nest sont cest ce et pero no es son ni mas não é são e ma non geen niet maar',
  ].flatMap((words) => words.split(' ')),
);

/** Only that a thing is not needed, and not which. */
const isBare = (clause: string): boolean =>
  wordsOf(clause)
    .trim()
    .split(' ')
    .every((word) => fillers.has(word) || asking.test(` ${word} `));

/** Parts what a line asks from what it says is not needed. `hasSubject` tells a clause that names a thing of its own. */
export function askedIn(line: string, hasSubject: (clause: string) => boolean): AskedText {
  const text = line.slice(0, 2_000);
  if (!saysNotNeeded(text)) return { asked: line, welcome: '', notAsked: [] };
  const clauses = text
    .split(clauseEnds)
    .map((clause) => clause.trim())
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause));
  const asked: string[] = [];
  const welcome: string[] = [];
  const notAsked: string[] = [];
  for (const clause of clauses) {
    const before = notAsked.at(-1);
    if (saysNotNeeded(clause)) {
      if (saysNice(clause)) welcome.push(clause);
      else if (!isBare(clause)) notAsked.push(clause);
      else {
        // “Kubernetes (not required)” is about what stands before
        const about = asked.pop() ?? '';
        if (saysNice(about)) welcome.push(about);
        else notAsked.push(about === '' ? clause : `${about}, ${clause}`);
      }
    } else if (before !== undefined && saysNice(clause) && !hasSubject(clause)) {
      // “Kubernetes is not required, but a plus”
      notAsked.pop();
      welcome.push(`${before}, ${clause}`);
    } else asked.push(clause);
  }
  return { asked: asked.join('. '), welcome: welcome.join('. '), notAsked };
}

/** Says that something is not asked, in its own words. */
export function noteNotAsked({ notices }: Pick<RoleReading, 'notices'>, words: string, line: number): void {
  notices.add('KEPT', `Not asked, by its own words: “${asLine(words).slice(0, 200)}”. It stays in the text.`, line);
}
