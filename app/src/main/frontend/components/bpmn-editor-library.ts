/* The parts of bpmn-js that the editor of workflows is made of; loaded when the first workflow is opened. */
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/diagram-js.css';
import Modeler from 'bpmn-js/lib/Modeler';
import { BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, ZeebePropertiesProviderModule } from 'bpmn-js-properties-panel';
import ZeebeBehaviorsModule from 'camunda-bpmn-js-behaviors/lib/camunda-cloud';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import { offerModule } from './bpmn-offer';
import { removalModule } from './bpmn-removal';
import { roomModule } from './bpmn-room';
import { stepModule } from './process-step';

export const modules = [
  BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, ZeebePropertiesProviderModule, ZeebeBehaviorsModule, offerModule, removalModule, roomModule, stepModule,
  // Our people's steps are jobs that the inbox works, not user tasks of the engine's own (docs/architecture.md).
  { createZeebeUserTaskBehavior: ['value', null] },
];
export { Modeler, zeebe };
