import type { UserConfigFn } from 'vite';
import { formJsInChinese } from './src/main/frontend/form-js-chinese';
import { overrideVaadinConfig } from './vite.generated';

const sunshine: UserConfigFn = () => ({
  plugins: [formJsInChinese()],
  // The form editor brings a Preact of its own beside the viewer's; parts drawn by one cannot be used by the other.
  resolve: { dedupe: ['preact'] },
});

export default overrideVaadinConfig(sunshine);
