package cn.sunshine.shell;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/**
 * A Camunda Form (表单) as form-js JSON; only the components that the server can check are offered. A
 * fault's element is the id or the key of a field. Shows the mark of bpmn.io, as the licence of
 * form-js demands.
 */
@Tag("sunshine-form-editor")
@NpmPackage(value = "@bpmn-io/form-js-editor", version = "1.23.0")
@NpmPackage(value = "@bpmn-io/form-js-viewer", version = "1.23.0")
@NpmPackage(value = "@codemirror/view", version = "6.43.15")
@JsModule("./components/form-editor.ts")
public final class FormEditor extends ContentEditor {}
