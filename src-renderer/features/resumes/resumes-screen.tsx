/** The resumes as a table: what each is for, when it was changed and exported; and the way to a new one. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { actions } from '../../../shared/vocabulary/actions.ts';
import { useAnswer } from '../../api.ts';
import { useActions } from '../../offered-actions.ts';
import { Answer } from '../../parts/errors/answer.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page, PageHead } from '../../ui/pane.tsx';
import { CreateResumeDialog } from './create-resume-dialog.tsx';
import { ResumeTable } from './resume-table.tsx';

export function ResumesScreen() {
  const answer = useAnswer('listResumes', {});
  const [isMaking, setMaking] = useState(false);
  const rows = answer.data;
  useActions<'resumes'>({ 'create-resume': () => setMaking(true) });

  const makeAct = (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
      onClick={() => setMaking(true)}
    >
      {actions['create-resume'].label}
    </Button>
  );
  return (
    <div className="cn-screen">
      <Page>
        <Answer of={answer} reading="Reading the resumes" />
        {rows?.length === 0 ? (
          <Empty
            isWhole
            title="No resumes yet"
            text="A resume is a view of your record for one role: it chooses and orders lines, and copies none."
            action={makeAct}
          />
        ) : null}
        {rows === undefined || rows.length === 0 ? null : (
          <>
            <PageHead
              title="Resumes"
              subtitle={`${rows.length} ${rows.length === 1 ? 'view' : 'views'} of one record. A change in the record changes every view.`}
              actions={makeAct}
            />
            <ResumeTable rows={rows} />
          </>
        )}
      </Page>
      <CreateResumeDialog opened={isMaking} onClose={() => setMaking(false)} />
    </div>
  );
}
