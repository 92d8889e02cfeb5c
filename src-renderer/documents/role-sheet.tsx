/** A role spec on paper: its title and facts, then chapter after chapter, then whose words these are. */
import type { RoleDocument } from '../../shared/api/document.ts';
import { printedFieldsOf } from '../../shared/domain/paper/printed-fields.ts';
import { directionOf } from '../../shared/domain/paper/text-direction.ts';
import { DirectionContext, PaperSections } from './paper-blocks.tsx';
import { TypesetText } from './typeset-text.tsx';

export function RoleSheet({ document }: { readonly document: RoleDocument }) {
  const { roleTitle, tagline, facts, sections, credits } = document;
  const direction = directionOf(...printedFieldsOf(document).map((field) => field.text));
  return (
    <main className="role" lang={document.language} dir={direction}>
      <header>
        <p className="kind">Role spec</p>
        <h1 dir="auto">{roleTitle}</h1>
        {tagline === '' ? null : (
          <p className="tagline" dir="auto">
            <TypesetText text={tagline} />
          </p>
        )}
        {facts.length === 0 ? null : (
          <div className="facts">
            {facts.map((fact) => (
              <div key={`${fact.label} ${fact.value}`} data-span={spanOf(fact.value)}>
                <p className="label">{fact.label}</p>
                <p className="value" dir="auto">
                  <TypesetText text={fact.value} />
                </p>
              </div>
            ))}
          </div>
        )}
      </header>
      <DirectionContext value={direction}>
        <PaperSections sections={sections} />
      </DirectionContext>
      <Credits credits={credits} />
    </main>
  );
}

/** How many of the four columns a fact takes. */
function spanOf(value: string): 1 | 2 | 4 {
  return value.length > 110 ? 4 : value.length > 44 ? 2 : 1;
}

/** The line that licences ask for, and where the words were read. */
export function Credits({ credits }: { readonly credits: readonly string[] }) {
  if (credits.length === 0) return null;
  return (
    <footer className="credits">
      {credits.map((text) => (
        <p key={text} dir="auto">
          {text}
        </p>
      ))}
    </footer>
  );
}
