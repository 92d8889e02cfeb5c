/** Markdown-lite as React elements: paragraphs, bold, italic, links and lists. Nothing is ever set as HTML. */
import MarkdownIt from 'markdown-it';
import { Fragment, type ReactNode, useMemo } from 'react';
import classes from './markdown.module.css';
import { openAddress } from './open-address.ts';

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number];

const reader = new MarkdownIt('zero', { html: false, linkify: false, breaks: true }).enable([
  'list',
  'emphasis',
  'link',
  'newline',
  'escape',
  'entity',
]);

/** Addresses that may be asked about; anything else stays text. */
const isAllowed = (address: string): boolean => /^(https?:\/\/|mailto:)/i.test(address);

interface Open {
  readonly token: Token | null;
  readonly children: ReactNode[];
}

function close({ token, children }: Open): ReactNode {
  const content = children.map((child, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one parse never move
    <Fragment key={index}>{child}</Fragment>
  ));
  switch (token?.tag) {
    case 'p':
      return token.hidden ? content : <p>{content}</p>;
    case 'strong':
      return <strong>{content}</strong>;
    case 'em':
      return <em>{content}</em>;
    case 'ul':
      return <ul>{content}</ul>;
    case 'ol':
      return <ol start={Number(token.attrGet('start') ?? 1)}>{content}</ol>;
    case 'li':
      return <li>{content}</li>;
    case 'a': {
      const address = String(token.attrGet('href') ?? '');
      if (!isAllowed(address)) return <Fragment>{content}</Fragment>;
      return (
        <a
          href={address}
          title={address}
          className="cn-link"
          onClick={(event) => {
            event.preventDefault();
            event.stopPropagation();
            openAddress(address);
          }}
        >
          {content}
        </a>
      );
    }
    default:
      return <Fragment>{content}</Fragment>;
  }
}

/** Builds elements from tokens; a token that is not on the list leaves its text and nothing else. */
function build(tokens: readonly Token[]): ReactNode[] {
  const stack: Open[] = [{ token: null, children: [] }];
  const top = (): Open => stack[stack.length - 1] ?? { token: null, children: [] };
  tokens.forEach((token) => {
    if (token.nesting === 1) stack.push({ token, children: [] });
    else if (token.nesting === -1) {
      const done = stack.pop();
      if (done !== undefined) top().children.push(close(done));
    } else if (token.type === 'inline') top().children.push(...build(token.children ?? []));
    else if (token.type === 'softbreak' || token.type === 'hardbreak') top().children.push(<br />);
    else top().children.push(token.content);
  });
  return top().children;
}

interface MarkdownProps {
  readonly text: string;
  /** Set in the reading face; else as its surroundings. */
  readonly serif?: boolean;
}

export function Markdown({ text, serif = false }: MarkdownProps) {
  const content = useMemo(() => build(reader.parse(text, {})), [text]);
  return (
    <div className={classes.markdown} data-serif={serif || undefined}>
      {content.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one parse never move
        <Fragment key={index}>{part}</Fragment>
      ))}
    </div>
  );
}
