/** What was understood of a note, row by row, and from which word; a guess carries a question mark and waits. */
import { Box, Button, Flex } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { longDateText, partialDateText } from '../../../shared/domain/dates/date-text.ts';
import { CommonName } from '../../ui/figures/common-name.tsx';
import { CompetencyChip } from '../../ui/figures/level-tile.tsx';
import { dayOf } from '../../ui/instant-text.ts';
import { DateField } from '../text/date-field.tsx';
import classes from './capture-understood.module.css';
import type { Capture } from './use-capture.ts';

/** “Today, 21 November 2026”, another day in full, a month or a year as it is. */
function whenText(startedOn: string | null | undefined): string {
  if (startedOn === null) return 'No date';
  const day = dayOf(new Date());
  const date = startedOn ?? day;
  if (date === day) return `Today, ${longDateText(day)}`;
  return date.length === 10 ? longDateText(date) : partialDateText(date);
}

function Row({
  label,
  children,
  aside,
}: {
  readonly label: string;
  readonly children: ReactNode;
  readonly aside?: ReactNode;
}) {
  return (
    <div className={classes.row}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value}>{children}</dd>
      <dd className={classes.aside}>{aside}</dd>
    </div>
  );
}

const tabKey = <kbd className="cn-key">Tab</kbd>;

/** A choice beside the text. A click leaves the focus in the text, so that what is typed next never presses it. */
function Choice({
  isQuiet = false,
  ...rest
}: {
  readonly isQuiet?: boolean;
  readonly onClick: () => void;
  readonly children: string;
}) {
  return (
    <Button
      {...(isQuiet ? { variant: 'subtle', color: 'gray' } : {})}
      onMouseDown={(event) => event.preventDefault()}
      {...rest}
    />
  );
}

interface CaptureUnderstoodProps {
  readonly capture: Capture;
  /** Puts the caret back into the text. */
  readonly focusText: () => void;
}

export function CaptureUnderstood({ capture, focusText }: CaptureUnderstoodProps) {
  const { reading, startedOn, foundDate, setStartedOn, isMetricKept, isPositionRefused } = capture;
  const [isChanging, setIsChanging] = useState(false);
  const { position, tags, competencies, metric } = reading;
  const isPositionGuess = position !== null && !position.certain;
  const isMetricGuess = metric !== null && !isMetricKept;
  const from = (words: readonly string[]) => (words.length === 0 ? null : `from ${words.join(' ')}`);
  return (
    <>
      <dl>
        <Row
          label={foundDate === null ? 'When' : 'When?'}
          aside={
            isChanging ? null : foundDate !== null ? (
              <>
                <Choice onClick={() => setStartedOn(foundDate)}>{`Use ${partialDateText(foundDate)}`}</Choice>
                {tabKey}
              </>
            ) : (
              <Choice isQuiet onClick={() => setIsChanging(true)}>
                Change
              </Choice>
            )
          }
        >
          {isChanging ? (
            <DateField
              label="When"
              hideLabel
              autoFocus
              value={startedOn === undefined ? dayOf(new Date()) : startedOn}
              onSave={(date) => {
                setStartedOn(date);
                setIsChanging(false);
              }}
              onDone={() => {
                setIsChanging(false);
                focusText();
              }}
            />
          ) : (
            <Box component="span" className="cn-strong" c="var(--cn-text)">
              {whenText(startedOn)}
            </Box>
          )}
        </Row>
        {position === null ? null : (
          <Row
            label={isPositionGuess ? 'Position?' : 'Position'}
            aside={
              isPositionGuess ? (
                <>
                  <Choice onClick={capture.keepPosition}>Use this one</Choice>
                  {foundDate === null ? tabKey : null}
                </>
              ) : position.from === '' ? (
                <Choice isQuiet onClick={() => capture.refusePosition(!isPositionRefused)}>
                  {isPositionRefused ? 'Put back' : 'Take out'}
                </Choice>
              ) : (
                from([position.from])
              )
            }
          >
            {isPositionRefused ? (
              <span className="cn-quiet">None</span>
            ) : (
              <Box component="span" className="cn-strong" c="var(--cn-text)">
                {position.label}
              </Box>
            )}
          </Row>
        )}
        {tags.length === 0 ? null : (
          <Row label="Tags" aside={from(tags.map((tag) => tag.from))}>
            <Flex component="span" wrap="wrap" gap={6}>
              {tags.map((tag) => (
                <span key={tag.name} className={classes.tag}>
                  {tag.name}
                </span>
              ))}
            </Flex>
          </Row>
        )}
        {competencies.length === 0 ? null : (
          <Row label="Shows" aside={from(competencies.map((competency) => competency.from))}>
            <Flex component="span" wrap="wrap" gap={6}>
              {competencies.map((competency) => (
                <span key={competency.name}>
                  <CompetencyChip name={competency.name} level={competency.level ?? 0} of={5} />
                  <CommonName shown={competency.names} commonName={competency.commonName} />
                </span>
              ))}
            </Flex>
          </Row>
        )}
        {metric === null ? null : (
          <Row
            label={isMetricGuess ? 'Metric?' : 'Metric'}
            aside={
              isMetricGuess ? (
                <>
                  <Choice onClick={() => capture.keepMetric(true)}>Keep as metric</Choice>
                  {isPositionGuess || foundDate !== null ? null : tabKey}
                </>
              ) : (
                <Choice isQuiet onClick={() => capture.keepMetric(false)}>
                  Take out
                </Choice>
              )
            }
          >
            <Box component="span" className="cn-strong" c="var(--cn-text)">
              {metric.name === '' ? '' : `${metric.name}, `}
              {metric.baseline} → {metric.value}
              {metric.unit === '' ? '' : `\u00a0${metric.unit}`}
            </Box>{' '}
            <span className="cn-quiet">{isMetricGuess ? 'found in the text' : 'kept'}</span>
          </Row>
        )}
      </dl>
      {reading.notices.length === 0 ? null : (
        <Box className="cn-meta cn-rule-above cn-quiet" py="sm" px={6} role="status">
          {reading.notices.map((notice) => (
            <p key={notice}>{notice}</p>
          ))}
        </Box>
      )}
    </>
  );
}
