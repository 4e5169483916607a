/*
 * Single-key commands (j, k, c, a, r, /) for people who work through a list all day. A key counts only when nobody is
 * typing and no dialog is open. Used from Java by cn.sunshine.shell.KeyCommands and the search field.
 */
function typing(event: KeyboardEvent) {
  return event.composedPath().some((node) => {
    if (!(node instanceof HTMLElement)) return false;
    return node.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName);
  });
}

function dialogOpen() {
  return !!document.querySelector(
    'vaadin-dialog[opened], vaadin-confirm-dialog[opened], vaadin-dialog-overlay[opened], vaadin-confirm-dialog-overlay[opened]');
}

type Listening = HTMLElement & { sunshineKeys?: (event: KeyboardEvent) => void };

function listen(element: Listening, keys: string[], action: (key: string) => void) {
  if (element.sunshineKeys) document.removeEventListener('keydown', element.sunshineKeys);
  const listener = (event: KeyboardEvent) => {
    if (!element.isConnected) {
      document.removeEventListener('keydown', listener);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (!keys.includes(event.key) || typing(event) || dialogOpen()) return;
    event.preventDefault();
    action(event.key);
  };
  element.sunshineKeys = listener;
  document.addEventListener('keydown', listener);
}

(window as any).Sunshine = {
  /** Tells the element of each of the keys by an event `key-command`. */
  keys(element: HTMLElement, keys: string[]) {
    listen(element, keys, (key) => element.dispatchEvent(new CustomEvent('key-command', { detail: key })));
  },
  /** Puts the cursor into the element when the key is pressed. */
  focusOn(element: HTMLElement, key: string) {
    listen(element, [key], () => element.focus());
  },
};
