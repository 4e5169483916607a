package cn.sunshine.decisiontable;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.decisiontable.DecisionTables.Opened;
import cn.sunshine.decisiontable.DecisionTables.Table;
import cn.sunshine.policy.OutcomeWords;
import cn.sunshine.policychange.ArtefactFault;
import cn.sunshine.policychange.ChangeInHand;
import cn.sunshine.policychange.Changes;
import cn.sunshine.policychange.VersionsDialog;
import cn.sunshine.problem.Refusal;
import cn.sunshine.rules.PolicyPack;
import cn.sunshine.rules.TableCase;
import cn.sunshine.rules.TableInput;
import cn.sunshine.rules.TableSheet;
import cn.sunshine.rules.TableSheets;
import cn.sunshine.rules.TableTerms;
import cn.sunshine.shell.AddressBar;
import cn.sunshine.shell.DmnEditor;
import cn.sunshine.shell.EditorFault;
import cn.sunshine.shell.FilterBar;
import cn.sunshine.shell.MenuGroup;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.Tone;
import cn.sunshine.shell.UnsavedWork;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The decision tables of a pack: to read, to change, to check, with their test cases. */
@Route("policy/tables")
@Menu(title = "决策表", order = MenuGroup.POLICY_FROM + 2)
@PageTitle("决策表 · 阳光帮扶")
@RolesAllowed({"policy", "policy-approver"})
class TablesPage extends Page implements BeforeEnterObserver {

  private static final int MOST_BYTES = 2_000_000;

  private final transient DecisionTables tables;
  private final transient Changes changes;
  private final transient Actor actor;
  private final Select<PolicyPack> pack = new Select<>();
  private final Select<Table> table = new Select<>();
  private final DmnEditor editor = new DmnEditor();
  private final UnsavedWork unsaved = new UnsavedWork(editor, this::save);
  private final CaseGrid cases = new CaseGrid(TableTerms.NONE, unsaved::begin);
  private final Div besides = new Div();
  private final Div trying = new Div();
  private final ChangeInHand inHand;
  private final Button save = new Button("保存并检查", event -> save(() -> {}));
  private final Button check = new Button("检查", event -> check());
  private final Upload upload;
  private transient Opened opened;
  private transient String model = "";

  TablesPage(DecisionTables tables, Changes changes, CurrentActor currentActor) {
    super("决策表");
    this.tables = tables;
    this.changes = changes;
    this.actor = currentActor.require();
    addClassName("tables-page");
    inHand = new ChangeInHand(changes, actor);
    choices();
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    upload = upload();
    addActions(upload, download(), history(), check, save);
    editor.addClassName("table-editor");
    editor.addEditListener(unsaved::begin);
    editor.addContentListener(this::look);
    TabSheet tabs = new TabSheet();
    tabs.setSizeFull();
    Div editing = new Div(editor);
    tabs.add("决策表", editing);
    // A tab that is not shown is disabled, and would not tell its text when another asks for it.
    tabs.addSelectedChangeListener(event -> editing.setEnabled(true));
    tabs.add("测试用例", cases);
    tabs.add("试一试", trying);
    tabs.add("程序规则", besides);
    add(new FilterBar(pack, table), inHand, new Panel(tabs));
  }

  private void choices() {
    List<PolicyPack> packs = changes.packsOf(actor);
    pack.setLabel("政策包");
    pack.setItems(packs);
    pack.setItemLabelGenerator(PolicyPack::title);
    pack.setValue(packs.getFirst());
    pack.setVisible(packs.size() > 1);
    table.setLabel("决策表");
    table.setItemLabelGenerator(Table::title);
    table.setItems(tables.of(packs.getFirst().name(), actor));
    pack.addValueChangeListener(
        event -> {
          table.setItems(tables.of(event.getValue().name(), actor));
          table.setValue(tables.of(event.getValue().name(), actor).getFirst());
        });
    table.addValueChangeListener(
        event -> {
          Table wanted = event.getValue();
          if (wanted != null && !shown().equals(Optional.of(wanted))) {
            unsaved.askBefore(() -> open(wanted), () -> shown().ifPresent(table::setValue));
          }
        });
  }

  /** The table that is open; none before the first. */
  private Optional<Table> shown() {
    return Optional.ofNullable(opened).map(Opened::table);
  }

  private Anchor download() {
    DownloadHandler handler =
        event -> {
          event.setFileName(opened.table().name() + ".xlsx");
          event.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
          TableWorkbook.write(TableSheets.of(model), event.getOutputStream());
        };
    Anchor link = new Anchor(handler, "导出 Excel");
    link.getElement().setAttribute("download", true);
    return link;
  }

  private Upload upload() {
    Upload field =
        new Upload(
            UploadHandler.inMemory(
                (metadata, bytes) -> getUI().ifPresent(ui -> ui.access(() -> take(bytes)))));
    field.setMaxFileSize(MOST_BYTES);
    field.setMaxFiles(1);
    field.setAcceptedFileTypes(".xlsx");
    field.setDropAllowed(false);
    field.setUploadButton(new Button("导入 Excel"));
    field.addFileRejectedListener(event -> Toast.problem("只能导入不超过 2 MB 的 .xlsx 文件。"));
    return field;
  }

  private Button history() {
    Button button =
        new Button(
            "历史版本",
            event ->
                new VersionsDialog(
                        changes, opened.table().artefact(), actor, () -> open(opened.table()))
                    .open());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    return button;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    AddressBar.value(event.getLocation(), "pack")
        .flatMap(
            name ->
                changes.packsOf(actor).stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst())
        .ifPresent(pack::setValue);
    List<Table> all = tables.of(pack.getValue().name(), actor);
    Table wanted =
        AddressBar.value(event.getLocation(), "name")
            .flatMap(name -> all.stream().filter(one -> one.name().equals(name)).findFirst())
            .orElse(all.getFirst());
    table.setValue(wanted);
  }

  private void open(Table wanted) {
    opened = tables.open(wanted, actor);
    AddressBar.show(this, "policy/tables", Map.of("pack", wanted.pack(), "name", wanted.name()));
    model = opened.model();
    boolean writes = changes.mayWrite(wanted.pack(), actor);
    TableTerms terms = TableTerms.of(model);
    editor.explain(words(terms));
    save.setVisible(writes);
    upload.setVisible(writes);
    if (writes) {
      editor.edit(model);
    } else {
      editor.read(model);
    }
    cases.setEnabled(writes);
    cases.show(CaseTexts.read(opened.tests()).orElse(List.of()), terms);
    showBesides(wanted);
    showTrying(wanted);
    unsaved.end();
    state();
    inHand.show(wanted.pack());
    show(tables.check(wanted, model, opened.tests(), actor));
  }

  private static Map<String, String> words(TableTerms terms) {
    Map<String, String> words = new HashMap<>(terms.words());
    words.replaceAll((code, word) -> OutcomeWords.of(word));
    words.entrySet().removeIf(one -> one.getKey().equals(one.getValue()));
    return words;
  }

  private void state() {
    boolean changing = opened.standing() == Opened.Standing.BEING_CHANGED;
    besideTitle(
        new Span("现行第 " + opened.number() + " 版"),
        changing ? new StateBadge(Tone.WARNING, "修改中，尚未提交") : new StateBadge(Tone.GOOD, "正在查看现行版本"),
        unsaved);
  }

  private void showBesides(Table wanted) {
    besides.removeAll();
    besides.add(new Paragraph("这些规则由开发人员维护，这里只能查看。它们先看资料是否齐全、比对有没有存疑，再由决策表下结论。"));
    tables
        .rulesBeside(wanted, actor)
        .forEach(
            (file, text) -> {
              besides.add(new H3(file));
              RuleWords.of(text).forEach(words -> besides.add(new Div(new Span(words))));
              Pre source = new Pre(text);
              source.addClassName("rule-source");
              besides.add(source);
            });
    if (besides.getComponentCount() == 1) {
      besides.removeAll();
      besides.add(new Paragraph("这张决策表没有程序规则。"));
    }
  }

  /** What is asked is the text on the screen, also before it is kept. */
  private void showTrying(Table wanted) {
    trying.removeAll();
    List<TableInput> inputs = tables.asksFor(wanted, model, actor);
    if (inputs.isEmpty()) {
      trying.add(new Paragraph("决策表还有错误，改正并保存后可以试。"));
      return;
    }
    AtomicReference<TryPanel> panel = new AtomicReference<>();
    panel.set(new TryPanel(inputs, facts -> ask(wanted, facts, panel.get())));
    trying.add(panel.get());
  }

  private void ask(Table wanted, Map<String, Object> facts, TryPanel panel) {
    editor.save(
        text -> {
          model = text;
          try {
            tables
                .ask(wanted, model, facts, actor)
                .ifPresentOrElse(panel::show, () -> panel.tell("决策表还有错误，请先改正。"));
          } catch (Refusal.Invalid refused) {
            panel.refuse(refused);
          } catch (Refusal.Conflict busy) {
            panel.tell(busy.sentence());
          }
        });
  }

  private void take(byte[] bytes) {
    try {
      List<TableSheet> read = TableWorkbook.read(bytes, TableSheets.of(model));
      editor.edit(TableSheets.with(model, read));
      unsaved.begin();
      look(TableSheets.with(model, read));
      Toast.done("已导入 %d 张表，请检查后保存。".formatted(read.size()));
    } catch (Refusal refused) {
      Toast.problem(refused.sentence());
    } catch (IllegalArgumentException wrong) {
      Toast.problem(wrong.getMessage());
    }
    upload.clearFileList();
  }

  private String tests() {
    return CaseTexts.write(cases.cases());
  }

  /** Shows what is wrong with a text that is being written. */
  private List<ArtefactFault> look(String text) {
    model = text;
    List<ArtefactFault> faults = tables.check(opened.table(), model, tests(), actor);
    show(faults);
    return faults;
  }

  private void check() {
    editor.save(
        text -> {
          List<ArtefactFault> faults = look(text);
          if (faults.isEmpty()) {
            Toast.done("检查通过：没有空档和重叠，%d 条用例全部通过。".formatted(cases.cases().size()));
          }
        });
  }

  private void save(Command then) {
    editor.save(
        text -> {
          try {
            List<ArtefactFault> faults = tables.save(opened.table(), text, tests(), actor);
            open(opened.table());
            if (faults.stream().anyMatch(ArtefactFault::isError)) {
              Toast.problem("已保存，但有 %d 处要改，改好才能提交审批。".formatted(faults.size()));
            } else {
              Toast.done("已保存到修改方案，检查通过。");
            }
            then.execute();
          } catch (Refusal refused) {
            Toast.problem(refused.sentence());
          }
        });
  }

  private void show(List<ArtefactFault> faults) {
    editor.showFaults(
        faults.stream()
            .map(
                fault ->
                    new EditorFault(
                        fault.element(),
                        fault.isError() ? EditorFault.Severity.ERROR : EditorFault.Severity.WARNING,
                        fault.message()))
            .toList());
    Optional<List<TableCase.Result>> results = tables.run(opened.table(), model, tests(), actor);
    results.ifPresent(cases::showResults);
  }
}
