import { openStyles } from '../../xlsx/style-book';

const xml = '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><color theme="1"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>';

describe('further styles', () => {
  it('are a style but for the look that is asked for, each once', () => {
    const styles = openStyles(xml)!;
    expect([styles.styled(1, { bold: true, fill: 'FFEB9C' }), styles.styled(0, { format: '0.00%' }), styles.styled(1, { bold: true, fill: 'FFEB9C' })]).toEqual([2, 3, 2]);
    const made = styles.xml();
    expect(made).toContain('<cellXfs count="4">');
    expect(made).toContain('<xf numFmtId="4" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"><alignment vertical="top"/></xf>');
    expect(made).toContain('<font><b/><sz val="11"/><color theme="1"/><name val="Calibri"/></font>');
    expect(made).toContain('<fill><patternFill patternType="solid"><fgColor rgb="FFFFEB9C"/><bgColor indexed="64"/></patternFill></fill>');
    expect(made).toContain('<xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>');
  });

  it('take back what a style had, and keep formats of one’s own', () => {
    const styles = openStyles(xml)!;
    const bold = styles.styled(0, { bold: true, color: 'A4262C' });
    const plain = styles.styled(bold, { bold: false, color: '', wraps: true, align: 'right', format: '0.0"万"' });
    const made = openStyles(styles.xml())!;
    expect([bold, plain]).toEqual([2, 3]);
    expect(styles.xml()).toContain('<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0&quot;万&quot;"/></numFmts><fonts');
    expect(styles.xml()).toMatch(/<xf numFmtId="164" fontId="2" [^>]*applyAlignment="1"><alignment wrapText="1" horizontal="right"\/><\/xf>/);
    expect(styles.xml()).toContain('<font><sz val="11"/><name val="Calibri"/></font>');
    expect(made.styled(0, { format: '0.0"万"' })).toBe(4);
  });

  it('are not made where the part is written otherwise', () => {
    expect(openStyles('<x:styleSheet/>')).toBeUndefined();
  });
});
