/*
 * The texts of the form editor (form-js-editor 1.23.0) in Chinese: it has no translation of its own, so they are replaced
 * while the bundle is built, wherever they stand as a text. One that a new version no longer has breaks the build.
 */
export const EDITOR_TEXTS: Record<string, string> = {
  // the palette
  Components: '组件', 'Search components': '查找组件', 'No components found.': '没有找到组件。', 'Clear content': '清空', Input: '填写', Selection: '选择', Presentation: '展示', Containers: '容器', Action: '操作',
  'Build your form': '搭建表单', 'Drag and drop components here.': '把组件拖到这里。', 'Drag and drop components here to start designing.': '把组件拖到这里，开始设计。', 'Use the preview window to test your form.': '',
  'Remove form field': '删除这一项', Form: '表单', 'No associated form field in the registry': '找不到这一项', 'Drop is not a valid target': '不能放在这里', 'Drop not allowed by path registry': '放在这里会与别的项重名', 'Expression is empty': '表达式是空的',
  // the panel
  'Select a form field to edit its properties.': '请点选表单中的一项。', 'Multiple form fields are selected. Select a single form field to edit its properties.': '选中了多项，请只点选一项。',
  General: '基本', Condition: '条件', Layout: '版面', Appearance: '外观', Validation: '校验', Constraints: '限制', 'Custom properties': '其他属性', Serialization: '保存格式',
  'Static options': '固定选项', 'Dynamic options': '变动的选项', 'Options expression': '选项表达式', 'Options source': '选项来源', 'Header items': '表头', 'Headers source': '表头来源', 'Security attributes': '安全设置',
  ID: '编号', Key: '名称（键）', Path: '路径', Type: '类型', Subtype: '种类', Label: '文字', Value: '值', Text: '文字', Content: '内容', Columns: '列宽', Column: '列', 'Column 1': '第 1 列', 'Column 2': '第 2 列', 'Column 3': '第 3 列',
  'Field label': '名称', 'Group label': '分组名称', 'Table label': '表格名称', Title: '标题', 'Date label': '日期的名称', 'Time label': '时间的名称', 'Field description': '填写说明', 'Version tag': '版本标签', 'Version tag by which this form can be referenced.': '引用表单时用的版本标签。',
  'Default value': '默认值', Required: '必填', Disabled: '停用', 'Read only': '只读', Minimum: '最小值', Maximum: '最大值', 'Minimum length': '最少字数', 'Maximum length': '最多字数', 'Decimal digits': '小数位数', Increment: '步长', 'Output as string': '按文字保存',
  'Validation pattern': '格式要求', Custom: '自定', 'Custom regular expression': '正则表达式', 'Custom error message': '不符合时的提示', Email: '电子邮箱', Phone: '电话', Prefix: '前缀', Suffix: '后缀', Searchable: '可以搜索',
  'Use 24h': '24 小时制', 'Disallow past dates': '不能早于今天', 'Time interval': '时间间隔', 'Time format': '时间格式', Height: '高度', 'Height of the container in pixels.': '高度，像素。', 'Show outline': '显示边框', 'Vertical alignment': '上下对齐', Top: '靠上', Center: '居中', Bottom: '靠下', Auto: '自动',
  Checked: '勾选', 'Not checked': '不勾选', Submit: '提交', Reset: '重置', 'Default number of items': '一开始有几项', 'Allow add/delete items': '可以增删', 'Disable collapse': '不折叠', 'Number of non-collapsing items': '不折叠的项数',
  'Hide if': '什么时候隐藏', 'Condition under which the field is hidden': '满足条件时隐藏这一项', 'Deactivate if': '什么时候停用', 'Condition under which the field is deactivated': '满足条件时停用',
  'Input values key': '选项取自的变量', 'Define which input property to populate the values from': '选项取自哪个变量', 'Define an expression to populate the options from.': '选项的表达式', 'List of items': '各项', Expression: '表达式', 'Form submission': '提交时', 'Value changes': '变化时', 'Compute on': '何时计算',
  'Allows arbitrary precision values': '不限精度', 'Binds to a form variable': '答案保存在这个名称下', 'Where the child variables of this component are pathed to.': '这一组的答案放在哪个名称下。', 'Repeatable': '可重复', 'Opened in popup': '正在大窗口中编辑',
  'Descriptive text for screen reader accessibility.': '读屏软件读出的文字。',
  'Make this field read-only when it cannot be edited by the end-user, but its content is important for them to see. Its data will still be submitted.': '只能看不能改，答案仍会提交。',
  'Disable this field when it should not be interactive for end-users. Its data will not be submitted. This setting takes precedence over read-only.': '停用后答案不会提交；比“只读”优先。',
  'The error message to display when the input does not match the regular expression.': '不符合格式时显示的提示。',
  'Add properties directly to the form schema, useful to configure functionality in custom-built task applications and form renderers.': '直接写入表单的其他属性。',
  'Routes the children of this component into a form variable, may be left empty to route at the root level.': '这一组的答案放在这个名称下；留空则放在最外层。', 'Routes the children of this component into a form variable.': '这一组的答案放在这个名称下。',
  // what is wrong
  'Should be a valid number': '应填写数字', 'Should be a valid number.': '应填写数字。', 'Must be number': '应填写数字', 'Value must be a number.': '应填写数字。', 'Should be an integer.': '应填写整数。', 'Should be greater than zero.': '应大于零。', 'Should be greater than or equal to zero.': '不能小于零。',
  'Must not be empty.': '不能为空。', 'Must not be empty': '不能为空', 'Must be unique.': '不能重复。', 'Must not contain spaces.': '不能有空格。', 'Must not contain prefix.': '不能带前缀。', 'Must be a valid QName.': '只能用字母、数字、短横线和点。',
  'Must be a variable or a dot separated path.': '应为变量名，或用点分开的路径。', 'Must be a variable or a dot-separated path': '应为变量名，或用点分开的路径', 'Must be empty, a variable or a dot-separated path': '应留空，或为变量名、用点分开的路径', 'Must not contain numerical path segments.': '路径中不能有数字。', 'Must not be a prohibited path.': '不能用这个名称。',
  'Must not conflict with other key/path assignments.': '与别的项重名。', 'Must not cause two binding paths to collide': '与别的项重名',
  'Open documentation': '打开说明', 'Toggle section': '展开或收起', 'Section contains an error': '这一部分有错误', 'Section contains edits': '这一部分有内容', 'Toggle list item': '展开或收起', 'Delete item': '删除', 'Create new list item': '添加一项', Create: '添加',
  'Open pop-up editor': '在大窗口中编辑', 'Opened in editor': '正在大窗口中编辑', 'Unparsable FEEL expression.': '表达式写不对。', 'FEEL expression is mandatory': '须填写表达式', 'Close popup': '关闭',
  '<empty>': '（空）',
  // names of components, from the viewer
};

export const COMPONENT_NAMES: Record<string, string> = {
  'Text field': '单行文字', 'Text area': '多行文字', Number: '数字', 'Date time': '日期时间', Checkbox: '勾选', 'Checkbox group': '多选', 'Radio group': '单选', Select: '下拉选择', 'Tag list': '标签多选', 'Text view': '说明文字',
  Separator: '分隔线', Spacer: '空白', Group: '分组', 'Dynamic list': '可增减的列表', Table: '表格', Button: '按钮', 'HTML view': '网页内容', 'Image view': '图片', Expression: '计算', 'Document preview': '文件预览', 'File picker': '上传文件',
};

const BEFORE = '(?:label|title|placeholder|description|children|tooltip|text|name)\\s*:\\s*\\[?|return |[=?:(] ';

/** Puts Chinese for each text that stands in quotes where a text may stand. */
export function replaceTexts(code: string, texts: Record<string, string>): string {
  let text = code;
  for (const [english, chinese] of Object.entries(texts)) {
    const quoted = english.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const place = new RegExp(`((?:${BEFORE}|translate\\()\\s*)(['"])${quoted}\\2`, 'g');
    let found = false;
    text = text.replace(place, (_, before, quote) => {
      found = true;
      return `${before}${quote}${chinese}${quote}`;
    });
    if (!found) throw new Error(`the form editor no longer has the text ${english}: look at form-editor-chinese.ts`);
  }
  return text;
}
