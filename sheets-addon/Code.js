/* Menu and sidebar. Before it is authorised, onOpen may do nothing but build the menu. */

function onOpen() {
  SpreadsheetApp.getUi()
    .createMenu('Meritsheet')
    .addItem('Settle 结算', 'meritsheetSettle')
    .addItem('Check 检查', 'meritsheetCheck')
    .addSeparator()
    .addItem('Sidebar 侧边栏', 'meritsheetSidebar')
    .addToUi();
}

function onInstall() {
  onOpen();
}

function meritsheetSettle() {
  SpreadsheetApp.getActiveSpreadsheet().toast(Meritsheet.settle(), 'Meritsheet', 10);
}

function meritsheetCheck() {
  SpreadsheetApp.getActiveSpreadsheet().toast(Meritsheet.check(), 'Meritsheet', 10);
}

function meritsheetSidebar() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('Meritsheet'));
}

/* The sidebar's only way to the spreadsheet: JSON text in, JSON text out. */
function meritsheetServe(request) {
  return Meritsheet.serve(request);
}
