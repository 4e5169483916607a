/*
 * form-js has no translation of its own. While the bundle is built, this Vite plugin puts Chinese in the place of its
 * English texts, and dates as 2026-11-21. A text that a new version of form-js no longer has breaks the build, so
 * nothing turns English unseen. The bpmn.io mark is left exactly as it is: its licence demands it.
 */
import type { Plugin } from 'vite';
import { COMPONENT_NAMES, EDITOR_TEXTS, replaceTexts } from './form-editor-chinese';

const TEXTS: Array<[english: string, chinese: string]> = [
  // what is wrong with a value
  ["'Value is not a number.'", "'请填写数字。'"],
  ["'Value is expected to ' + (decimalDigits === 0 ? 'be an integer' : `have at most ${decimalDigits} decimal digit${decimalDigits > 1 ? 's' : ''}`) + '.'",
    "decimalDigits === 0 ? '请填写整数。' : `最多保留 ${decimalDigits} 位小数。`"],
  ['`Please select a valid value, the two nearest valid values are ${previousValue} and ${nextValue}.`',
    '`请填写有效的数值，最接近的是 ${previousValue} 和 ${nextValue}。`'],
  ['`Field must match pattern ${validation.pattern}.`', "'格式不正确。'"],
  ["'Field is required.'", "'此项必填。'"],
  ['`Field must have minimum value of ${validation.min}.`', '`不能小于 ${validation.min}。`'],
  ["'Min validation value is not a valid number.'", "'表单设置的最小值不是数字，请联系管理员。'"],
  ['`Field must have maximum value of ${validation.max}.`', '`不能大于 ${validation.max}。`'],
  ["'Max validation value is not a valid number.'", "'表单设置的最大值不是数字，请联系管理员。'"],
  ['`Field must have minimum length of ${validation.minLength}.`', '`至少填写 ${validation.minLength} 个字。`'],
  ['`Field must have maximum length of ${validation.maxLength}.`', '`不能超过 ${validation.maxLength} 个字。`'],
  ["'Field must be a valid  international phone number. (e.g. +4930664040900)'", "'请填写带国家代码的电话号码，例如 +8613800000000。'"],
  ["'Field must be a valid email.'", "'电子邮箱格式不正确。'"],
  ["'Date and time must both be entered.'", "'日期和时间都要填写。'"],
  ["placeholder: getLocaleReadableDateFormat(),", "placeholder: '年-月-日',"],
  // lists and choices
  ["emptyListMessage = 'No results'", "emptyListMessage = '没有结果'"],
  ["emptyListMessage: hasOptionsLeft ? 'No results' : 'All values selected'", "emptyListMessage: hasOptionsLeft ? '没有结果' : '已全部选择'"],
  ["placeholder: 'Search',", "placeholder: '搜索',"],
  ["placeholder: disabled || readonly ? undefined : 'Search'", "placeholder: disabled || readonly ? undefined : '搜索'"],
  ["children: valueLabel || 'Select'", "children: valueLabel || (readonly ? '—' : '请选择')"],
  ['label: "Skip to search"', 'label: "跳到搜索"'],
  ['title: "Remove tag"', 'title: "移除"'],
  ["\" \", 'Add new'", "\" \", '添加一项'"],
  ['`Expand all (${values.length - 1})`', '`全部展开（${values.length - 1}）`'],
  ["\" \", 'Collapse'", "\" \", '收起'"],
  ['"aria-label": `Remove list item ${itemIndex + 1}`', '"aria-label": `删除第 ${itemIndex + 1} 项`'],
  ['"aria-label": "Increment"', '"aria-label": "增加"'],
  ['"aria-label": "Decrement"', '"aria-label": "减少"'],
  // tables, files, content
  ["evaluatedColumns.length === 0 ? 'Nothing to show.'", "evaluatedColumns.length === 0 ? '没有内容。'"],
  ['children: "Nothing to show."', 'children: "没有内容。"'],
  ['"aria-label": "Previous page"', '"aria-label": "上一页"'],
  ['"aria-label": "Next page"', '"aria-label": "下一页"'],
  ['`Click to sort by ${label} descending`', '`按${label}从大到小排列`'],
  ["'Click to remove sorting'", "'取消排序'"],
  ['`Click to sort by ${label} ascending`', '`按${label}从小到大排列`'],
  ['children: "Browse"', 'children: "选择文件"'],
  ["'No files selected'", "'没有选择文件'"],
  ['"Document reference is not defined."'.replaceAll('"', "'"), "'没有指定文件。'"],
  ["errors: ['Unable to download document']", "errors: ['文件无法下载']"],
  ["errorMessage = 'Unable to download document'", "errorMessage = '文件无法下载'"],
  ['"aria-label": `Download ${fileName}`', '"aria-label": `下载 ${fileName}`'],
  ['text: "No content to show."', 'text: "没有内容。"'],
  ['text: "External content couldn\'t be loaded."', 'text: "外部内容无法打开。"'],
  // dates as everywhere else in the house
  ['return flatpickerizeDateFormat(getLocaleDateFormat(locale));', "return 'Y-m-d';"],
];

export function formJsInChinese(): Plugin {
  return {
    name: 'form-js-in-chinese',
    transform(code, id) {
      if (/form-js-editor\/dist\/index\.es\.js/.test(id)) {
        const named = code.replace('title: `Create ${getIndefiniteArticle(type)} ${label} element`', 'title: `添加${label}`');
        return { code: replaceTexts(named, EDITOR_TEXTS), map: null };
      }
      if (!/form-js-viewer\/dist\/index\.es\.js/.test(id)) return undefined;
      let text = code;
      for (const [english, chinese] of TEXTS) {
        if (!text.includes(english)) throw new Error(`form-js no longer has the text ${english}: look at form-js-chinese.ts`);
        text = text.replaceAll(english, () => chinese);
      }
      return { code: replaceTexts(text, COMPONENT_NAMES), map: null };
    },
  };
}
