/** The two halves of a resume with a divider between them; where there is no room for both, two tabs. */
import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { ResumeBuilder } from '../../../../shared/api/resume.ts';
import { PagePane } from '../page/page-pane.tsx';
import classes from './builder.module.css';
import { type ChosenLine, keyOf, printedLine } from './chosen-line.ts';
import { ContentPane } from './content-pane.tsx';

/** Width of the content in a window of 1120 px and more, and below. */
const contentPx = { wide: 404, narrow: 340 } as const;

export function Builder({ builder }: { readonly builder: ResumeBuilder }) {
  const isSingle = useMediaQuery('(max-width: 719px)', false, { getInitialValueInEffect: false });
  const isNarrow = useMediaQuery('(max-width: 1119px)', false, { getInitialValueInEffect: false });
  const [tab, setTab] = useState<'content' | 'page'>('content');
  const [chosen, setChosen] = useState<ChosenLine | null>(null);

  const content = <ContentPane builder={builder} chosen={chosen} onChoose={setChosen} />;
  const page = (
    <PagePane
      builder={builder}
      chosen={chosen === null ? null : printedLine(builder, chosen)}
      onChoose={(line) => setChosen(line === null || keyOf(line) === (chosen && keyOf(chosen)) ? chosen : line)}
    />
  );
  if (isSingle) {
    return (
      <div className={classes.single}>
        <div className={classes.tabs}>
          <SegmentedControl
            fullWidth
            aria-label="Which half"
            value={tab}
            onChange={(value) => setTab(value === 'page' ? 'page' : 'content')}
            data={[
              { value: 'content', label: 'Content' },
              { value: 'page', label: 'Page' },
            ]}
          />
        </div>
        {tab === 'content' ? content : page}
      </div>
    );
  }
  return (
    <Group key={isNarrow ? 'narrow' : 'wide'} orientation="horizontal" className={classes.halves}>
      <Panel
        id="content"
        className={classes.half}
        defaultSize={isNarrow ? contentPx.narrow : contentPx.wide}
        minSize={280}
        maxSize="60%"
        groupResizeBehavior="preserve-pixel-size"
      >
        {content}
      </Panel>
      <Separator className={classes.divider} aria-label="Width of the content" />
      <Panel id="page" className={classes.half} minSize={320}>
        {page}
      </Panel>
    </Group>
  );
}
