/*
 * The fields for expressions are CodeMirror's, which asks the nearest shadow root who has the focus and puts its styles there.
 * Seen from inside vaadin-app-layout, whose slot holds the page, that is the wrong one: typing would begin at the front each
 * time. So each field that appears is told that it lives in the document.
 */
import { EditorView } from '@codemirror/view';

export function tendCodeFields(within: HTMLElement): MutationObserver {
  const seen = new WeakSet<Element>();
  const tend = () => within.querySelectorAll<HTMLElement>('.cm-editor').forEach((field) => {
    if (seen.has(field)) return;
    seen.add(field);
    const view = EditorView.findFromDOM(field);
    if (!view) return;
    view.setRoot(document);
    if (within.closest('sunshine-dmn-editor')) typeBrackets(view);
    if (document.activeElement === view.contentDOM) view.contentDOM.dispatchEvent(new FocusEvent('focus'));
  });
  const observer = new MutationObserver(tend);
  observer.observe(within, { childList: true, subtree: true });
  return observer;
}

/** An interval such as (0..5] ends with another bracket than it begins with: none is added to what somebody types. */
function typeBrackets(view: EditorView) {
  view.contentDOM.addEventListener('keydown', (event) => {
    if (!['(', '['].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    view.dispatch({ ...view.state.replaceSelection(event.key), scrollIntoView: true, userEvent: 'input.type' });
  }, true);
}
