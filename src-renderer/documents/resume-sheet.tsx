/** Portland, the resume's template: one column, centred name, dates at the right end of their line. */
import { Fragment, type ReactNode } from 'react';
import type {
  ContactItem,
  DocumentBullet,
  DocumentEntry,
  ResumeBlock,
  ResumeDocument,
} from '../../shared/api/document.ts';
import { beforeJoin, joinSign, listed } from '../../shared/domain/paper/joined-text.ts';
import { isLinked, printedFieldsOf } from '../../shared/domain/paper/printed-fields.ts';
import { directionIn, directionOf } from '../../shared/domain/paper/text-direction.ts';
import { Address, TypesetText } from './typeset-text.tsx';

/** Everything in the order in which it is read; nothing is positioned, or a parser would read it last. */
export function ResumeSheet({ document }: { readonly document: ResumeDocument }) {
  const direction = directionOf(...printedFieldsOf(document).map((field) => field.text));
  return (
    <main className="resume" data-density={document.density} lang={document.language} dir={direction}>
      <header>
        {document.name === '' ? null : <h1 dir={directionIn(direction, document.name)}>{document.name}</h1>}
        {document.headline === '' ? null : (
          <p className="headline" dir={directionIn(direction, document.headline)}>
            <TypesetText text={document.headline} />
          </p>
        )}
        {document.contact.map((line) => (
          <p
            className="contact"
            key={line.map((item) => item.text).join()}
            dir={directionIn(direction, line.map((item) => item.text).join(' '))}
          >
            {line.map((item, index) => (
              <Fragment key={item.text}>
                {index === 0 ? null : <span className="separator"> · </span>}
                <bdi dir={directionOf(item.text)}>
                  {item.href === null ? <span className="nb">{item.text}</span> : <Address {...item} />}
                </bdi>
              </Fragment>
            ))}
          </p>
        ))}
      </header>
      {document.blocks.map((block) => (
        <section key={block.kind === 'entries' ? `${block.section} ${block.heading}` : block.kind}>
          {block.kind === 'summary' ? null : <h2>{block.heading}</h2>}
          <Block block={block} direction={direction} />
        </section>
      ))}
    </main>
  );
}

type Direction = ReturnType<typeof directionOf>;

function Block({ block, direction }: { readonly block: ResumeBlock; readonly direction: Direction }): ReactNode {
  switch (block.kind) {
    case 'summary':
      return (
        <p dir={directionIn(direction, block.text)}>
          <TypesetText text={block.text} />
        </p>
      );
    case 'experience':
      return block.employers.map((employer) => (
        <Employer key={employer.id} employer={employer} direction={direction} />
      ));
    case 'skills':
      return <Skills groups={block.groups} />;
    case 'entries':
      return block.section === 'languages' ? (
        <p dir={directionIn(direction, block.entries.map((entry) => entry.lead).join(' '))}>
          {block.entries.map((entry, index) => (
            <Fragment key={entry.id}>
              {index === 0 ? null : ', '}
              {index === block.entries.length - 1 ? entry.lead : beforeJoin(entry.lead)}
            </Fragment>
          ))}
        </p>
      ) : (
        block.entries.map((entry) => <Entry key={entry.id} entry={entry} direction={direction} />)
      );
  }
}

type EmployerBlock = Extract<ResumeBlock, { kind: 'experience' }>['employers'][number];

/** The employer's row carries the total span only where there are several positions under it. */
function Employer({ employer, direction }: { readonly employer: EmployerBlock; readonly direction: Direction }) {
  return (
    <div className="employer">
      {employer.name === '' && employer.about === '' && employer.link === null ? null : (
        <div className="row">
          <div className="grow">
            {employer.name === '' ? null : <h3>{linked(employer.name, employer.link)}</h3>}{' '}
            {employer.about === '' ? null : (
              <span className="second">
                <TypesetText text={employer.about} />
              </span>
            )}
            {employer.link === null || isLinked(employer) ? null : (
              <span className="second">
                {' '}
                <Address {...employer.link} />
              </span>
            )}
          </div>
          {employer.dates === '' ? null : <Dates className="dates second" text={employer.dates} />}
        </div>
      )}
      {employer.positions.map((position) => (
        <div className="position" key={position.id}>
          <div className="row">
            <h4 className="grow">
              <TypesetText text={position.title} />
            </h4>
            {position.dates === '' ? null : <Dates className="dates" text={position.dates} />}
          </div>
          {position.summary === '' ? null : (
            <p className="summary" dir={directionIn(direction, position.summary)}>
              <TypesetText text={position.summary} />
            </p>
          )}
          <Bullets bullets={position.bullets} direction={direction} />
        </div>
      ))}
    </div>
  );
}

function linked(text: string, link: ContactItem | null): ReactNode {
  return link?.href ? <a href={link.href}>{text}</a> : text;
}

/** A period without words of another direction reads from its start to its end, wherever it stands. */
function Dates({ className, text }: { readonly className: string; readonly text: string }) {
  return (
    <span className={className} dir={directionOf(text)}>
      {text}
    </span>
  );
}

interface BulletsProps {
  readonly bullets: readonly DocumentBullet[];
  readonly direction: Direction;
}

/** A list of one prints as a paragraph. */
function Bullets({ bullets, direction }: BulletsProps) {
  const [only] = bullets;
  if (only === undefined) return null;
  if (bullets.length === 1) {
    return (
      <p dir={directionIn(direction, only.text)}>
        <TypesetText text={only.text} />
      </p>
    );
  }
  return (
    <ul>
      {bullets.map((bullet) => (
        <li key={bullet.id} dir={directionIn(direction, bullet.text)}>
          <TypesetText text={bullet.text} />
        </li>
      ))}
    </ul>
  );
}

function Skills({ groups }: { readonly groups: Extract<ResumeBlock, { kind: 'skills' }>['groups'] }) {
  return (
    <div className="skills">
      {groups.map((group) =>
        group.label === '' ? (
          <p className="whole" key="">
            <TypesetText text={listed(group.items)} />
          </p>
        ) : (
          <Fragment key={group.label}>
            <b>{group.label}:</b>
            <p>
              <TypesetText text={listed(group.items)} />
            </p>
          </Fragment>
        ),
      )}
    </div>
  );
}

function Entry({ entry, direction }: { readonly entry: DocumentEntry; readonly direction: Direction }) {
  const hasLines = entry.bullets.length > 0;
  return (
    <div className="entry" data-has-lines={hasLines || undefined}>
      {entry.lead === '' ? null : (
        <div className="row">
          <div className="grow">
            <b>
              <TypesetText text={entry.rest === '' ? entry.lead : beforeJoin(entry.lead)} />
            </b>
            {entry.rest === '' ? null : (
              <span className="second">
                {joinSign(beforeJoin(entry.lead))}
                <TypesetText text={entry.rest} />
              </span>
            )}
            {entry.link === null ? null : (
              <span className="second">
                {' '}
                <Address {...entry.link} />
              </span>
            )}
          </div>
          {entry.dates === '' ? null : <Dates className="dates" text={entry.dates} />}
        </div>
      )}
      {entry.note === '' ? null : (
        <p className="note" dir={directionIn(direction, entry.note)}>
          <TypesetText text={entry.note} />
        </p>
      )}
      <Bullets bullets={entry.bullets} direction={direction} />
    </div>
  );
}
