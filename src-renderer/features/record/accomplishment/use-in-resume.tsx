/** Puts an accomplishment into a resume and goes there; or makes the first one. */

import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { actions } from '../../../../shared/vocabulary/actions.ts';
import { useAnswer, useCommand } from '../../../api.ts';

interface UseInResumeProps {
  readonly accomplishmentId: string;
  /** A draft counts nowhere, so it is not offered to a resume. */
  readonly isDraft: boolean;
  readonly onError: (error: unknown) => void;
}

export function UseInResume({ accomplishmentId, isDraft, onError }: UseInResumeProps) {
  const [isOpen, setIsOpen] = useState(false);
  const resumes = useAnswer('listResumes', {}, { enabled: isOpen });
  const [, navigate] = useLocation();
  const choose = useCommand('chooseResumeItem');
  const create = useCommand('createResume');
  const put = async (resumeId: string) => {
    await choose.mutateAsync({ id: resumeId, kind: 'accomplishment', refId: accomplishmentId, isHidden: false });
    navigate(`/resumes/${resumeId}`);
  };
  const putInNew = async () => {
    const { id } = await create.mutateAsync({ name: 'New resume', roleId: null });
    await put(id);
  };
  const run = (act: Promise<void>) => void act.catch(onError);
  return (
    <Menu withInitialFocusPlaceholder={false} opened={isOpen} onChange={setIsOpen} position="bottom-end" width={260}>
      <Menu.Target>
        <Button variant="subtle" color="gray">
          Use in resume
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {isDraft ? (
          <Menu.Item disabled>A draft goes into no resume. Mark it ready first.</Menu.Item>
        ) : (
          <>
            {(resumes.data ?? []).map((resume) => (
              <Menu.Item key={resume.id} onClick={() => run(put(resume.id))}>
                {resume.name}
                {resume.roleTitle === null ? null : <div className="cn-quiet cn-meta">for {resume.roleTitle}</div>}
              </Menu.Item>
            ))}
            {(resumes.data ?? []).length > 0 ? <Menu.Divider /> : null}
            <Menu.Item leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />} onClick={() => run(putInNew())}>
              {actions['create-resume'].label} with this line
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
