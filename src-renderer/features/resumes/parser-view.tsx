/** What a parser sees: the text of the PDF in the order in which it is read, missing fields marked where they should be. */
import { IconAlertTriangle } from '@tabler/icons-react';
import type { DocumentField, ReadBack, ResumeDocument } from '../../../shared/api/document.ts';
import { comparable } from '../../../shared/domain/read-back.ts';
import { fieldsOf } from '../../../shared/domain/resume-fields.ts';
import classes from './parser-view.module.css';

interface ParserViewProps {
  readonly document: ResumeDocument;
  readonly readBack: ReadBack;
}

export function ParserView({ document, readBack }: ParserViewProps) {
  const marks = placeMissing(document, readBack);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to reach it
    <section className={classes.view} tabIndex={0} aria-label="What a parser sees">
      <div className={classes.text}>
        <p className={classes.intro}>
          The text of this PDF as software reads it, in its order. What an employer’s system makes of it is not known
          here.
        </p>
        {readBack.problems.map((problem) => (
          <Mark key={problem} text={problem} />
        ))}
        {readBack.outOfOrder.map((field) => (
          <Mark key={`${field.label} ${field.text}`} text={`Read out of its order: ${field.label}, “${field.text}”`} />
        ))}
        {(marks.get(START) ?? []).map((field) => (
          <Missing key={field.label} field={field} />
        ))}
        {readBack.pages.map((lines, page) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
          <section key={page} aria-label={`Page ${page + 1}`}>
            {readBack.pages.length > 1 ? <h3 className={classes.page}>{`Page ${page + 1}`}</h3> : null}
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
              <div key={index}>
                <p className={classes.line}>{line}</p>
                {(marks.get(`${page} ${index}`) ?? []).map((field) => (
                  <Missing key={field.label} field={field} />
                ))}
              </div>
            ))}
          </section>
        ))}
      </div>
    </section>
  );
}

function Missing({ field }: { readonly field: DocumentField }) {
  return <Mark text={`Not found: ${field.label}, “${field.text}”`} />;
}

function Mark({ text }: { readonly text: string }) {
  return (
    <p className={classes.mark}>
      <IconAlertTriangle size={14} stroke={1.6} aria-hidden />
      <span>{text}</span>
    </p>
  );
}

const START = 'start';

/** After which line each missing field belongs: that on which the field before it ends. Keyed by page and line. */
function placeMissing(document: ResumeDocument, readBack: ReadBack): ReadonlyMap<string, readonly DocumentField[]> {
  const isMissing = new Set(readBack.missing.map((field) => `${field.label}\n${field.text}`));
  const lines = readBack.pages.flatMap((page, number) =>
    page.map((line, index) => ({ key: `${number} ${index}`, text: comparable(line) })),
  );
  const marks = new Map<string, DocumentField[]>();
  let place = START;
  let from = 0;
  for (const field of fieldsOf(document)) {
    if (isMissing.has(`${field.label}\n${field.text}`)) {
      marks.set(place, [...(marks.get(place) ?? []), field]);
      continue;
    }
    const ending = comparable(field.text).slice(-16).trim();
    const found = lines.findIndex((line, index) => index >= from && line.text.includes(ending));
    const line = lines[found];
    if (line === undefined) continue;
    from = found;
    place = line.key;
  }
  return marks;
}
