/** How a resume words an accomplishment: short, and at more length; the size of each is said quietly. */
import { Box, Stack } from '@mantine/core';
import { EditableText } from '../../../../parts/text/editable-text.tsx';
import { HangingSection } from '../../../../ui/pane.tsx';
import type { SectionProps } from '../use-accomplishment.ts';

/** What fits on one line of a resume in its usual setting. */
const charactersPerLine = 95;
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** “84 characters, 1 line on paper”; empty without text. */
export function lengthText(text: string): string {
  const length = [...characters.segment(text.trim())].length;
  if (length === 0) return '';
  const lines = Math.ceil(length / charactersPerLine);
  return `${length} ${length === 1 ? 'character' : 'characters'}, about ${lines} ${lines === 1 ? 'line' : 'lines'} on paper`;
}

export function WordingSection({ accomplishment, change }: SectionProps) {
  const { id, title, shortWording, longWording } = accomplishment;
  return (
    <HangingSection label="On a resume">
      <Stack gap={10} maw={640}>
        <div>
          <EditableText
            key={`${id}:short`}
            label="Short wording for a resume"
            value={shortWording}
            placeholder={
              title === '' ? 'One line for a resume' : 'One line for a resume; without it the title is printed'
            }
            keepKey={`accomplishment:${id}:shortWording`}
            onSave={(text) => change({ shortWording: text.trim() })}
          />
          <Size text={shortWording} name="Short" />
        </div>
        <div>
          <EditableText
            key={`${id}:long`}
            label="Long wording for a resume"
            value={longWording}
            placeholder="Two or three lines, where there is room"
            keepKey={`accomplishment:${id}:longWording`}
            onSave={(text) => change({ longWording: text.trim() })}
          />
          <Size text={longWording} name="Long" />
        </div>
      </Stack>
    </HangingSection>
  );
}

function Size({ text, name }: { readonly text: string; readonly name: string }) {
  const size = lengthText(text);
  return size === '' ? null : (
    <Box className="cn-meta cn-quiet" mt={2}>
      {name}, {size}
    </Box>
  );
}
