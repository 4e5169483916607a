import type { UserConfigFn } from 'vite';
import { formJsInChinese } from './src/main/frontend/form-js-chinese';
import { overrideVaadinConfig } from './vite.generated';

const sunshine: UserConfigFn = () => ({ plugins: [formJsInChinese()] });

export default overrideVaadinConfig(sunshine);
