/** Libraries of bpmn.io that come without types. */
declare module '@bpmn-io/properties-panel';
declare module 'bpmn-js-properties-panel';
declare module 'camunda-bpmn-js-behaviors/lib/camunda-cloud';
declare module 'dmn-js/lib/Modeler';
declare module 'dmn-js/lib/NavigatedViewer';
