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
import { isLinked } from '../../shared/domain/paper/printed-fields.ts';
import { Address, TypesetText } from './typeset-text.tsx';

/** Everything in the order in which it is read; nothing is positioned, or a parser would read it last. */
export function ResumeSheet({ document }: { readonly document: ResumeDocument }) {
  return (
    <main className="resume" data-density={document.density} lang={document.language}>
      <header>
        {document.name === '' ? null : <h1 dir="auto">{document.name}</h1>}
        {document.headline === '' ? null : (
          <p className="headline" dir="auto">
            <TypesetText text={document.headline} />
          </p>
        )}
        {document.contact.map((line) => (
          <p className="contact" key={line.map((item) => item.text).join()}>
            {line.map((item, index) => (
              <Fragment key={item.text}>
                {index === 0 ? null : <span className="separator"> · </span>}
                {item.href === null ? <span className="nb">{item.text}</span> : <Address {...item} />}
              </Fragment>
            ))}
          </p>
        ))}
      </header>
      {document.blocks.map((block) => (
        <section key={block.kind === 'entries' ? `${block.section} ${block.heading}` : block.kind}>
          {block.kind === 'summary' ? null : <h2>{block.heading}</h2>}
          <Block block={block} />
        </section>
      ))}
    </main>
  );
}

function Block({ block }: { readonly block: ResumeBlock }): ReactNode {
  switch (block.kind) {
    case 'summary':
      return (
        <p dir="auto">
          <TypesetText text={block.text} />
        </p>
      );
    case 'experience':
      return block.employers.map((employer) => <Employer key={employer.id} employer={employer} />);
    case 'skills':
      return <Skills groups={block.groups} />;
    case 'entries':
      return block.section === 'languages' ? (
        <p>
          {block.entries.map((entry, index) => (
            <Fragment key={entry.id}>
              {index === 0 ? null : ', '}
              {index === block.entries.length - 1 ? entry.lead : beforeJoin(entry.lead)}
            </Fragment>
          ))}
        </p>
      ) : (
        block.entries.map((entry) => <Entry key={entry.id} entry={entry} />)
      );
  }
}

type EmployerBlock = Extract<ResumeBlock, { kind: 'experience' }>['employers'][number];

/** The employer's row carries the total span only where there are several positions under it. */
function Employer({ employer }: { readonly employer: EmployerBlock }) {
  return (
    <div className="employer">
      {employer.name === '' && employer.about === '' && employer.link === null ? null : (
        <div className="row" dir="auto">
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
          {employer.dates === '' ? null : <span className="dates second">{employer.dates}</span>}
        </div>
      )}
      {employer.positions.map((position) => (
        <div className="position" key={position.id}>
          <div className="row" dir="auto">
            <h4 className="grow">
              <TypesetText text={position.title} />
            </h4>
            {position.dates === '' ? null : <span className="dates">{position.dates}</span>}
          </div>
          {position.summary === '' ? null : (
            <p dir="auto">
              <TypesetText text={position.summary} />
            </p>
          )}
          <Bullets bullets={position.bullets} />
        </div>
      ))}
    </div>
  );
}

function linked(text: string, link: ContactItem | null): ReactNode {
  return link?.href ? <a href={link.href}>{text}</a> : text;
}

/** A list of one prints as a paragraph. */
function Bullets({ bullets }: { readonly bullets: readonly DocumentBullet[] }) {
  const [only] = bullets;
  if (only === undefined) return null;
  if (bullets.length === 1) {
    return (
      <p dir="auto">
        <TypesetText text={only.text} />
      </p>
    );
  }
  return (
    <ul>
      {bullets.map((bullet) => (
        <li key={bullet.id} dir="auto">
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

function Entry({ entry }: { readonly entry: DocumentEntry }) {
  const hasLines = entry.bullets.length > 0;
  return (
    <div className="entry" data-has-lines={hasLines || undefined} dir="auto">
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
          {entry.dates === '' ? null : <span className="dates">{entry.dates}</span>}
        </div>
      )}
      {entry.note === '' ? null : (
        <p className="note">
          <TypesetText text={entry.note} />
        </p>
      )}
      <Bullets bullets={entry.bullets} />
    </div>
  );
}
