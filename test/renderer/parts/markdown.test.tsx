import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Markdown } from '../../../src-renderer/parts/text/markdown.tsx';
import { onAddressRefused } from '../../../src-renderer/parts/text/open-address.ts';
import { fakeMain, Refusal, show } from './fake-main.tsx';

describe('Markdown-lite', () => {
  it('sets paragraphs, bold, italic, links and lists', () => {
    fakeMain({});
    const { container } = show(
      <Markdown text={'A **bold** and *thin* word.\n\n- one\n- two\n\n[there](https://example.org)'} />,
    );
    expect(container.querySelector('strong')?.textContent).toBe('bold');
    expect(container.querySelector('em')?.textContent).toBe('thin');
    expect([...container.querySelectorAll('li')].map((item) => item.textContent)).toEqual(['one', 'two']);
    expect(container.querySelector('a')?.getAttribute('href')).toBe('https://example.org');
  });

  it('shows markup and images as the text they are', () => {
    fakeMain({});
    const { container } = show(
      <Markdown
        text={
          '<img src=x onerror=alert(1)> ![pic](https://example.org/a.png) <script>alert(2)</script>\n\n# Not a title'
        }
      />,
    );
    expect(container.querySelector('img, script, h1')).toBeNull();
    expect(container.textContent).toContain('<script>alert(2)</script>');
  });

  it('makes no link of an address that runs or reads something', () => {
    fakeMain({});
    const { container } = show(
      <Markdown text={'[a](javascript:alert(1)) [b](file:///etc/passwd) [c](data:text/html,x) [d](vbscript:x)'} />,
    );
    expect(container.querySelector('a')).toBeNull();
  });

  it('hands the address of a link to main, which asks before it opens anything', () => {
    const main = fakeMain({});
    show(<Markdown text="[a short name](https://example.org/with/a/long/path?and=more)" />);
    fireEvent.click(screen.getByText('a short name'));
    expect(main.inputsOf('openAddress')).toEqual([{ url: 'https://example.org/with/a/long/path?and=more' }]);
  });

  it('says why main did not open an address', async () => {
    fakeMain({
      openAddress: () => {
        throw new Refusal('INVALID_INPUT', 'It was not opened.');
      },
    });
    const heard = new Promise((resolve) => onAddressRefused(resolve));
    show(<Markdown text="[there](https://name:word@example.org/)" />);
    fireEvent.click(screen.getByText('there'));
    expect(await heard).toBe('It was not opened.');
  });
});
