/** The head of the builder: name, clearance, the role it is for, paper and density. */
import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import { IconBuilding, IconCheck, IconDots, IconEyeOff, IconLock, IconWorld } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ResumeBuilder, ResumeSettings } from '../../../shared/api/resume.ts';
import type { Confidentiality } from '../../../shared/api/values.ts';
import { useAnswer } from '../../api.ts';
import { EditableText } from '../../components/editable-text.tsx';
import classes from './builder-head.module.css';

type Patch = Partial<Pick<ResumeSettings, 'name' | 'roleId' | 'paper' | 'density' | 'clearance'>>;

interface BuilderHeadProps {
  readonly builder: ResumeBuilder;
  readonly onChange: (patch: Patch) => Promise<unknown>;
  readonly onDuplicate: () => void;
  readonly onBin: () => void;
}

const CLEARANCES: readonly {
  readonly value: Confidentiality;
  readonly says: string;
  readonly icon: typeof IconWorld;
}[] = [
  { value: 'public', says: 'Only what is public enters', icon: IconWorld },
  { value: 'employer', says: 'Up to what your employer may see', icon: IconBuilding },
  { value: 'confidential', says: 'Up to what is confidential', icon: IconEyeOff },
  { value: 'private', says: 'Everything may enter', icon: IconLock },
];

export function BuilderHead({ builder, onChange, onDuplicate, onBin }: BuilderHeadProps) {
  const { resume } = builder;
  const clearance = CLEARANCES.find((one) => one.value === resume.clearance);
  const Sign = clearance?.icon ?? IconBuilding;
  return (
    <header className={classes.head}>
      <div className={classes.line}>
        <h1 className={classes.name}>
          <EditableText
            label="Name of this resume"
            value={resume.name}
            onSave={(name) => (name.trim() === '' ? undefined : onChange({ name: name.trim() }))}
          />
        </h1>
        <Menu position="bottom-end" width={280}>
          <Menu.Target>
            <UnstyledButton className={classes.clearance}>
              <Sign size={14} stroke={1.6} aria-hidden />
              Clearance: {resume.clearance}
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            {CLEARANCES.map(({ value, says, icon: Icon }) => (
              <Menu.Item
                key={value}
                leftSection={<Icon size={16} stroke={1.6} aria-hidden />}
                rightSection={<Ticked isTicked={value === resume.clearance} />}
                onClick={() => void onChange({ clearance: value })}
              >
                {says}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Menu position="bottom-end" width={220}>
          <Menu.Target>
            <ActionIcon aria-label="Paper, density and more">
              <IconDots size={18} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>Paper</Menu.Label>
            <Choice isTicked={resume.paper === 'a4'} onClick={() => void onChange({ paper: 'a4' })}>
              A4
            </Choice>
            <Choice isTicked={resume.paper === 'letter'} onClick={() => void onChange({ paper: 'letter' })}>
              Letter
            </Choice>
            <Menu.Label>Density</Menu.Label>
            <Choice
              isTicked={resume.density === 'comfortable'}
              onClick={() => void onChange({ density: 'comfortable' })}
            >
              Comfortable
            </Choice>
            <Choice isTicked={resume.density === 'compact'} onClick={() => void onChange({ density: 'compact' })}>
              Compact
            </Choice>
            <Menu.Divider />
            <Menu.Item onClick={onDuplicate}>Duplicate</Menu.Item>
            <Menu.Item onClick={onBin}>Move to the bin</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <RoleLine builder={builder} onChange={onChange} />
    </header>
  );
}

/** For which role, and how much of it is spoken to; the role opens the choice. */
function RoleLine({ builder, onChange }: Pick<BuilderHeadProps, 'builder' | 'onChange'>) {
  const roles = useAnswer('listRoles', {});
  const { role } = builder;
  const known = [...(roles.data ?? [])].sort((a, b) => Number(b.pin !== null) - Number(a.pin !== null));
  return (
    <div className={classes.role}>
      {'For '}
      <Menu position="bottom-start" width={320}>
        <Menu.Target>
          <UnstyledButton className={classes.roleName}>
            {role === null ? 'no role in particular' : role.title}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown className={classes.roles}>
          <Choice isTicked={role === null} onClick={() => void onChange({ roleId: null })}>
            No role in particular
          </Choice>
          {known.map((one) => (
            <Choice key={one.id} isTicked={one.id === role?.id} onClick={() => void onChange({ roleId: one.id })}>
              {one.title}
              {one.pin === null ? null : <span className={classes.pinned}> · pinned</span>}
            </Choice>
          ))}
        </Menu.Dropdown>
      </Menu>
      {role === null
        ? '.'
        : role.requirementCount === 0
          ? '; it names no requirements.'
          : `; speaks to ${role.spokenTo} of ${role.requirementCount} requirements.`}
    </div>
  );
}

function Choice(props: { readonly isTicked: boolean; readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <Menu.Item rightSection={<Ticked isTicked={props.isTicked} />} onClick={props.onClick}>
      {props.children}
    </Menu.Item>
  );
}

function Ticked({ isTicked }: { readonly isTicked: boolean }) {
  return isTicked ? <IconCheck size={16} stroke={1.6} aria-label="chosen" /> : null;
}
