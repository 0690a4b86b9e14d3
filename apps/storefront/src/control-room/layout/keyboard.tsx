import { useState } from 'react';
import { useNavigate } from 'react-router';
import { keysAreOn, turnKeys } from '../../app/keys-setting.ts';
import { useKeys } from '../../app/use-keys.ts';
import { Switch } from '../../components/switch.tsx';
import { Dialog } from '../components/dialog.tsx';
import styles from './keyboard.module.css';
import { places } from './places.ts';

/** The keys of the control room, and the dialog that lists them. */
export function Keyboard() {
  const [open, setOpen] = useState(false);
  const navigate = useNavigate();
  const journeys = places.flatMap(({ keys, path }) =>
    keys ? [[keys, () => void navigate(path)] as const] : [],
  );
  useKeys({ ...Object.fromEntries(journeys), '?': () => setOpen(true) });
  return (
    <>
      <button type="button" className={styles.opener} title="Keys" onClick={() => setOpen(true)}>
        <kbd aria-hidden="true">?</kbd>
        <span className="visually-hidden">Keys</span>
      </button>
      <Dialog title="Keys" open={open} onClose={() => setOpen(false)}>
        <KeyList />
        <KeysSwitch />
      </Dialog>
    </>
  );
}

function KeyList() {
  return (
    <dl className={styles.keys}>
      {places
        .filter((place) => place.keys)
        .map((place) => (
          <KeyRow key={place.path} keys={place.keys ?? ''} meaning={place.name} />
        ))}
      <KeyRow keys="?" meaning="This list" />
      <KeyRow keys="Esc" meaning="Close a dialog" />
      <KeyRow keys="/" meaning="In the shop: search" />
    </dl>
  );
}

function KeysSwitch() {
  const [on, setOn] = useState(keysAreOn);
  const turn = (next: boolean) => {
    turnKeys(next);
    setOn(next);
  };
  return <Switch label="Use these keys" isSelected={on} onChange={turn} />;
}

function KeyRow({ keys, meaning }: { keys: string; meaning: string }) {
  return (
    <div>
      <dt>
        {keys.split(' ').map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{meaning}</dd>
    </div>
  );
}
