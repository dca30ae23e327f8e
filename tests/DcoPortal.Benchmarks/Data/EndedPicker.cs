namespace DcoPortal.Benchmarks.Data;

/// <summary>Takes cases of many and of few requests in turn, so that all together have as many as they should.</summary>
internal sealed class EndedPicker(IReadOnlyList<Template> templates)
{
    private readonly Turn _many = new([.. templates.Where(t => t.Requests >= BenchmarkShape.RequestsEach)]);
    private readonly Turn _few = new([.. templates.Where(t => t.Requests < BenchmarkShape.RequestsEach)]);
    private int _taken;
    private int _requests;

    public Template Next()
    {
        var next = (_requests <= _taken * BenchmarkShape.RequestsEach ? _many : _few).Next();
        _taken++;
        _requests += next.Requests;
        return next;
    }

    private sealed class Turn(List<Template> all)
    {
        private int _at;

        public Template Next() => all[_at++ % all.Count];
    }
}
